import type { Child } from '#jsx'
import { Name } from '#views/ui/index.ts'

/** A short list whose rows have two lines: people, sites, devices. */
export function Roster({ id, label, children }: { id: string; label: string; children?: Child }) {
  return (
    <ul class="roster" id={id} aria-label={label}>
      {children}
    </ul>
  )
}

type RosterRowProps = { id: string; picture: Child; name: string; href?: string; badges?: Child; under?: Child; side?: Child; acts?: Child; isOff?: boolean }

/** With `href` the whole row leads there. */
export function RosterRow({ id, picture, name, href, badges, under, side, acts, isOff }: RosterRowProps) {
  return (
    <li class="roster-row" id={id} data-off={isOff ? '' : null}>
      {picture}
      <div class="roster-who">
        <span class="row">
          {href ? (
            <a class="roster-name cut" href={href} title={name}>
              {name}
            </a>
          ) : (
            <Name text={name} kind="roster-name" />
          )}
          {badges}
        </span>
        <small class="cut">{under}</small>
      </div>
      <span class="roster-side">{side}</span>
      {acts ? <span class="roster-acts">{acts}</span> : <span />}
    </li>
  )
}
