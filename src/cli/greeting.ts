import { type Language, nearestLanguage, say } from '#src/texts/index.ts'
import type { Serving } from '../serving.ts'
import type { Environment } from './options.ts'

/** What the owner reads after a start: where it is, and at the first start the one link that makes an owner. */
export function greeting({ url, house, setupLink }: Pick<Serving, 'url' | 'house' | 'setupLink'>, environment: Environment): string[] {
  const speak = say(languageOf(environment))
  if (setupLink !== null) return ['', speak('terminal.set_up'), `  ${setupLink}`, speak('terminal.set_up_once'), '']
  return ['', speak('terminal.running', { address: house.publicUrl() ?? url }), '']
}

/** By the shell's setting; English where it is none, as on most servers. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language {
  const set = LC_ALL || LC_MESSAGES || LANG || 'en'
  return nearestLanguage(set.replace(/[.@].*$/, '').replace('_', '-'))
}
