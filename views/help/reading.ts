import type { Slug } from '#src/handbook/index.ts'
import type { Language, Say } from '#src/texts/index.ts'

/** Which book is read, and where it is open; null on the table of contents. */
export type Reading = { language: Language; open: Slug | null; say: Say }
