/** The handbook on the screen: contents, chapters, and the small notation of their sentences. */
export { helpAddress, placeOf } from './address.ts'
export { ChapterPage } from './chapter-page.tsx'
export { ContentsPage } from './contents-page.tsx'
export type { HelpPageProps } from './help-page.tsx'
export { piecesOf } from './inline.tsx'
export type { Reading } from './reading.ts'
