import type { Child } from '#jsx'
import type { Hooks } from './hooks.ts'
import { Icon } from './icon.tsx'

type TableProps = { id?: string; label: string; widths?: readonly (number | null)[]; also?: string; head: Child; children?: Child; foot?: Child } & Hooks

/** Rows of 34 px. `widths` are pixels per column, null for what is left; the table scrolls sideways inside its pane when they do not fit. */
export function Table({ id, label, widths, also, head, children, foot, ...rest }: TableProps) {
  return (
    <table class={also ? `table ${also}` : 'table'} id={id} aria-label={label} {...rest}>
      {widths ? (
        <colgroup>
          {widths.map((width) => (
            <col width={width} />
          ))}
        </colgroup>
      ) : null}
      <thead>
        <tr>{head}</tr>
      </thead>
      <tbody id={id ? `${id}-rows` : null}>{children}</tbody>
      {foot ? <tfoot>{foot}</tfoot> : null}
    </table>
  )
}

export type Sorted = 'ascending' | 'descending' | 'none'

type HeadProps = { children?: Child; end?: boolean; hidden?: boolean; sorted?: Sorted; href?: string } & Hooks

/** A column's head. With `href` one can sort by it; the sorted one shows its arrow. `hidden` says the word to screen readers only (a column of buttons). */
export function Head({ children, end, hidden, sorted, href, ...rest }: HeadProps) {
  return (
    <th scope="col" class={end ? 'end' : null} aria-sort={sorted ?? null}>
      {href === undefined ? hidden ? <span class="sr">{children}</span> : children : <SortLink {...{ href, sorted, ...rest }}>{children}</SortLink>}
    </th>
  )
}

function SortLink({ href, sorted = 'none', children, ...rest }: { href: string; sorted?: Sorted; children?: Child } & Hooks) {
  return (
    <a class="th-sort" href={href} {...rest}>
      {children}
      {sorted === 'none' ? null : <Icon name={sorted === 'ascending' ? 'arrow-up' : 'arrow-down'} size={12} />}
    </a>
  )
}

type CellProps = { children?: Child; end?: boolean; dim?: boolean; acts?: boolean; title?: string; span?: number; id?: string } & Hooks

/** Numbers and times stand at the `end`; `acts` holds the row's buttons. */
export function Cell({ children, end, dim, acts, title, span, ...rest }: CellProps) {
  const look = [end && 'end', dim && 'dim', acts && 'acts'].filter(Boolean).join(' ')
  return (
    <td class={look || null} title={title} colspan={span} {...rest}>
      {children}
    </td>
  )
}
