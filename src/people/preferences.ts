import type { Core } from '#src/storage/index.ts'

/** How the pages look for one person. */
export const themes = ['system', 'light', 'dark'] as const
export const densities = ['tight', 'normal', 'roomy'] as const
/** The browser's own size, an eighth more, a quarter more. */
export const textSizes = ['normal', 'large', 'larger'] as const
export type Look = { theme: (typeof themes)[number]; density: (typeof densities)[number]; text: (typeof textSizes)[number] }

/** What may interrupt a person, and by which means. `hideContent`: a notice says that somebody wrote, not what. */
export const noticeNames = ['sound', 'desktop', 'title', 'newRequest', 'newMessage', 'hideContent'] as const
export type Notices = Record<(typeof noticeNames)[number], boolean>

export const usualLook: Look = { theme: 'system', density: 'normal', text: 'normal' }
export const usualNotices: Notices = { sound: true, desktop: true, title: true, newRequest: true, newMessage: true, hideContent: false }

export function lookFrom(json: string): Look {
  const kept = objectFrom(json)
  return {
    theme: oneOf(themes, kept.theme) ?? usualLook.theme,
    density: oneOf(densities, kept.density) ?? usualLook.density,
    text: oneOf(textSizes, kept.text) ?? usualLook.text
  }
}

export function noticesFrom(json: string): Notices {
  const kept = objectFrom(json)
  const entries = noticeNames.map((name) => [name, typeof kept[name] === 'boolean' ? kept[name] : usualNotices[name]])
  return Object.fromEntries(entries) as Notices
}

export function changeLook(core: Core, personId: number, look: Look): void {
  core.db.query('update people set look = ? where id = ?').run(JSON.stringify(look), personId)
  core.announce({ kind: 'person-changed', person: personId })
}

export function changeNotices(core: Core, personId: number, notices: Notices): void {
  core.db.query('update people set notices = ? where id = ?').run(JSON.stringify(notices), personId)
  core.announce({ kind: 'person-changed', person: personId })
}

/** The member of a list that a stranger named, or null. */
export function oneOf<T extends string>(list: readonly T[], value: unknown): T | null {
  return list.find((one) => one === value) ?? null
}

function objectFrom(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
