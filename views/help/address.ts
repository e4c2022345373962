import type { Language } from '#src/texts/index.ts'
import { places } from '#views/layout/index.ts'
import type { Reading } from './reading.ts'

/** Where the table of contents, a chapter or a section of it stands. */
export function helpAddress(language: Language, chapter?: string, section?: string): string {
  return `${places.help}/${language}${chapter ? `/${chapter}` : ''}${section ? `#${section}` : ''}`
}

/** The address behind a link of the handbook: `running`, `running#https` and `#https` stay in the reader's language, all others are as they stand. */
export function placeOf(to: string, { language, open }: Pick<Reading, 'language' | 'open'>): string {
  if (/^(\/|https?:)/.test(to)) return to
  const [chapter, section] = to.split('#')
  return helpAddress(language, chapter || (open ?? undefined), section)
}
