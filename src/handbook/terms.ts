import type { NakCode } from '#src/web/visitor/frames.ts'
import type { ServeOption, Term } from './chapter.ts'
import { heard, sent, shown } from './frames.ts'
import { type Part, parts } from './parts.ts'

/** The options of `kefu serve` in the order of `--help`, each in the reader's words; one that nobody has translated yet speaks English. */
export function optionTerms(options: readonly ServeOption[], words: Record<string, string>): Term[] {
  return options.map(({ name, value, variable, says }) => ({ name: `\`--${name} ${value}\``, also: `\`${variable}\``, says: words[name] ?? says }))
}

type Sent = keyof typeof sent
type Heard = keyof typeof heard

/** Every frame that may be sent, with its example; whoever adds one owes three languages a sentence. */
export function sentTerms(words: Record<Sent, string>): Term[] {
  return entriesOf(words).map(([name, says]) => ({ name: `\`${name}\``, says, example: shown(sent[name]) }))
}

export function heardTerms(words: Record<Heard, string>): Term[] {
  return entriesOf(words).map(([name, says]) => ({ name: `\`${name}\``, says, example: shown(heard[name]) }))
}

export function codeTerms(words: Record<NakCode, string>): Term[] {
  return entriesOf(words).map(([name, says]) => ({ name: `\`${name}\``, says }))
}

function entriesOf<Key extends string>(words: Record<Key, string>): [Key, string][] {
  return Object.entries(words) as [Key, string][]
}

/** What each part of others does for us, with its licence. */
export function partTerms(words: Record<Part, string>): Term[] {
  return parts.map(({ name, package: from, licence }) => ({ name, also: licence, says: words[from] }))
}
