import type { Hooks } from './hooks.ts'

export type Tab = { key: string; label: string; href: string; n?: number } & Hooks

/** Views of one list, each an address of its own. */
export function Tabs({ tabs, current, label, id }: { tabs: readonly Tab[]; current: string; label: string; id?: string }) {
  return (
    <nav class="tabs" aria-label={label} id={id}>
      {tabs.map(({ key, label: word, href, n, ...rest }) => (
        <a href={href} aria-current={key === current ? 'page' : null} {...rest}>
          {word}
          {n === undefined ? null : <span class="num">{n}</span>}
        </a>
      ))}
    </nav>
  )
}
