/*
 * What a chapter is made of. Plain data, so that the three languages can be compared with each other and every sentence is
 * escaped like any other text. Inside a sentence `code` stands between backticks, and [words](chapter#section) are a link;
 * there is nothing else to know.
 */

export type Block = string | Steps | List | Code | Terms | Note

export type Steps = { steps: readonly string[] }
export type List = { list: readonly string[] }
/** To be copied. */
export type Code = { code: string }
/** Names, each with what it means: options, frames, codes, keys. `also` is another name for it, or its kind. */
export type Terms = { terms: readonly Term[] }
export type Term = { name: string; also?: string; says: string; example?: string }
/** What is easily missed, and costs something. */
export type Note = { note: string }

export type Section = { id: string; title: string; blocks: readonly Block[] }

/** `lead` says in one sentence what the chapter is for; it also stands in the table of contents. */
export type Chapter = { slug: Slug; title: string; lead: string; sections: readonly Section[] }

/** In the order of reading. */
export const slugs = ['first-steps', 'code-line', 'answering', 'people', 'running', 'socket', 'about'] as const
export type Slug = (typeof slugs)[number]

/** One chapter in one language, about this very program. */
export type Write = (facts: Facts) => Chapter

/** What is true of this program and this appliance, gathered by the door: no number is written twice. */
export type Facts = {
  /** Where the reader has found us, without a trailing slash. */
  base: string
  version: string
  /** The loader's file that never changes, and its checksum. */
  loader: { version: string; integrity: string }
  /** What `kefu serve` may be told. */
  options: readonly ServeOption[]
}

export type ServeOption = { name: string; value: string; variable: string; says: string }
