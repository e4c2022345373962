import { hasOwner } from '#src/people/index.ts'
import { nearestLanguage, say } from '#src/texts/index.ts'
import type { Serving } from '../serving.ts'
import type { Environment } from './options.ts'

/** What the owner reads after a start: where it is, and at the first start the one link that makes an owner. */
export function greeting({ url, house }: Serving, environment: Environment): string[] {
  const speak = say(languageOf(environment))
  const address = house.publicUrl() ?? url
  if (house.shownCode === null || hasOwner(house.core)) return ['', speak('terminal.running', { address }), '']
  return ['', speak('terminal.set_up'), `  ${house.config.publicUrl ?? url}/setup?code=${house.shownCode}`, speak('terminal.set_up_once'), '']
}

/** By the shell's setting; English where it is none, as on most servers. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: Environment): 'zh-CN' | 'zh-TW' | 'en' {
  const set = LC_ALL || LC_MESSAGES || LANG || 'en'
  return nearestLanguage(set.replace(/[.@].*$/, '').replace('_', '-'))
}
