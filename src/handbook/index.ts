/** The handbook: chapters in three languages, as data. Whoever shows it brings the facts about the running program. */
import type { Language } from '#src/texts/index.ts'
import type { Chapter, Facts, Slug, Write } from './chapter.ts'
import { slugs } from './chapter.ts'
import { en } from './en/index.ts'
import { zhCN } from './zh-CN/index.ts'
import { zhTW } from './zh-TW/index.ts'

export { type Block, type Chapter, type Facts, type Section, type ServeOption, type Slug, slugs, type Term } from './chapter.ts'

const books: Record<Language, Record<Slug, Write>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW }

export function isSlug(text: string): text is Slug {
  return slugs.some((slug) => slug === text)
}

export function chapter(language: Language, slug: Slug, facts: Facts): Chapter {
  return books[language][slug](facts)
}

/** All chapters in the order of reading. */
export function chapters(language: Language, facts: Facts): Chapter[] {
  return slugs.map((slug) => chapter(language, slug, facts))
}
