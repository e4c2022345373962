import type { Say } from '#src/texts/index.ts'
import { places } from '#views/layout/index.ts'
import { CodeLine, EmptyState, LinkButton } from '#views/ui/index.ts'
import type { ListState } from './list-address.ts'

/** A site on whose pages the code line has never been seen. */
export type UnseenSite = { id: number; name: string; code: string }

type NoneProps = { state: ListState; shown: number; unseen: UnseenSite | null; manages: boolean; say: Say }

/** Instead of rows. It says why there are none: nothing fits, nobody is here, or nobody can be seen because the code line is missing. */
export function NoVisitors({ state, shown, unseen, manages, say }: NoneProps) {
  return (
    <div id="visitors-none" hidden={shown > 0}>
      {shown > 0 ? null : <Why {...{ state, unseen, manages, say }} />}
    </div>
  )
}

function Why({ state, unseen, manages, say }: Omit<NoneProps, 'shown'>) {
  if (state.text !== '' || state.site !== null || !['here', 'left'].includes(state.show)) return <NoneFound say={say} />
  if (state.show === 'left') {
    return (
      <EmptyState drawing="gate" title={say('visitors.left_none')}>
        {say('visitors.left_none_text')}
      </EmptyState>
    )
  }
  if (unseen) return <NoneSeen unseen={unseen} manages={manages} say={say} />
  return (
    <EmptyState drawing="gate" title={say('visitors.none')} act={<ToDemo say={say} />}>
      {say('visitors.none_text')}
    </EmptyState>
  )
}

function NoneFound({ say }: { say: Say }) {
  const all = (
    <LinkButton href="/visitors" hx-get="/visitors" hx-target="#content" hx-swap="outerMorph">
      {say('visitors.clear')}
    </LinkButton>
  )
  return (
    <EmptyState drawing="search" title={say('visitors.none_found')} act={all}>
      {say('visitors.none_found_text')}
    </EmptyState>
  )
}

function NoneSeen({ unseen, manages, say }: { unseen: UnseenSite; manages: boolean; say: Say }) {
  const code = (
    <div class="visitors-code">
      <CodeLine id="visitors-code" code={unseen.code} say={say} />
      {manages ? (
        <a class="link" href={`${places.sites}/${unseen.id}`}>
          {say('visitors.to_site', { site: unseen.name })}
        </a>
      ) : null}
      <ToDemo say={say} />
    </div>
  )
  return (
    <EmptyState drawing="gate" title={say('visitors.none')} act={code}>
      {say('visitors.none_code', { site: unseen.name })}
    </EmptyState>
  )
}

function ToDemo({ say }: { say: Say }) {
  return (
    <LinkButton href="/demo" target="_blank" rel="noopener">
      {say('desk.try_demo')}
    </LinkButton>
  )
}
