import { describedOptions } from '#src/cli/serve-options.ts'
import { type Block, type Chapter, chapters, type Facts, type Section, type Term } from '#src/handbook/index.ts'
import { type Language, languages } from '#src/texts/index.ts'

/** Facts as a door would bring them. */
export const facts: Facts = {
  base: 'https://chat.shop.example',
  version: '1.2.3',
  loader: { version: 'abcdef012345', integrity: 'sha384-abc' },
  options: describedOptions
}

export const books = new Map<Language, Chapter[]>(languages.map((language) => [language, chapters(language, facts)]))
export const everyBook = [...books.entries()]

/** Everything that is read in a chapter: sentences, names, and what is to be copied. */
export function wordsOf(chapter: Chapter): string {
  return [...sentencesOf(chapter), ...codesOf(chapter)].join('\n')
}

export function sentencesOf({ title, lead, sections }: Chapter): string[] {
  return [title, lead, ...sections.flatMap((section) => [section.title, ...section.blocks.flatMap(sentencesIn)])]
}

function sentencesIn(block: Block): readonly string[] {
  if (typeof block === 'string') return [block]
  if ('steps' in block) return block.steps
  if ('list' in block) return block.list
  if ('note' in block) return [block.note]
  return 'terms' in block ? block.terms.flatMap(({ name, also, says }) => [name, also ?? '', says]) : []
}

export function codesOf({ sections }: Chapter): string[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap(codesIn))
}

function codesIn(block: Block): string[] {
  if (typeof block === 'string') return []
  if ('code' in block) return [block.code]
  return 'terms' in block ? block.terms.flatMap(({ example }) => example ?? []) : []
}

/** What must be the same in every language: kinds of blocks, their lengths, names in code, and everything that is copied. */
export function shapeOf({ slug, sections }: Chapter): unknown {
  return { slug, sections: sections.map(({ id, blocks }: Section) => ({ id, blocks: blocks.map(shapeIn) })) }
}

function shapeIn(block: Block): unknown {
  if (typeof block === 'string') return 'sentence'
  if ('code' in block) return block
  if ('steps' in block) return { steps: block.steps.length }
  if ('list' in block) return { list: block.list.length }
  return 'terms' in block ? block.terms.map(termShape) : 'note'
}

function termShape({ name, also, example }: Term): unknown {
  return { code: name.startsWith('`') ? name : null, also, example }
}
