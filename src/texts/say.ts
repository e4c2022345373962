import { en } from './en/index.ts'
import type { Language } from './language.ts'
import { zhCN } from './zh-CN/index.ts'
import { zhTW } from './zh-TW/index.ts'

export type TextKey = keyof typeof en
export type Values = Record<string, string | number>
/** Says one text in one language. */
export type Say = { (key: TextKey, values?: Values): string; language: Language }

const dictionaries: Record<Language, Record<TextKey, string>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW }
const numbers: Record<Language, Intl.NumberFormat> = {
  en: new Intl.NumberFormat('en'),
  'zh-CN': new Intl.NumberFormat('zh-CN'),
  'zh-TW': new Intl.NumberFormat('zh-TW')
}
const plurals = new Intl.PluralRules('en')

function speaker(language: Language): Say {
  const speak = (key: TextKey, values: Values = {}) => fill(language, dictionaries[language][key], values)
  return Object.assign(speak, { language })
}

const speakers: Record<Language, Say> = { en: speaker('en'), 'zh-CN': speaker('zh-CN'), 'zh-TW': speaker('zh-TW') }

/** The voice of one language: `say('en')('people.invited', { name })`. */
export function say(language: Language): Say {
  return speakers[language]
}

/** `{name}` is the value; `{n|visitor|visitors}` chooses by the number n (English only needs it). Numbers get the language's grouping. */
function fill(language: Language, text: string, values: Values): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name]
    if (value === undefined) return whole
    if (one !== undefined) return (plurals.select(Number(value)) === 'one' ? one : many) ?? ''
    return typeof value === 'number' ? numbers[language].format(value) : value
  })
}

/** All texts whose key begins with `prefix`, as data for a program in the browser, which fills the placeholders itself. */
export function textsUnder(language: Language, prefix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(dictionaries[language]).filter(([key]) => key.startsWith(prefix)))
}
