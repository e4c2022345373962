/** Every sentence people read, one typed dictionary per language: a missing key is a type error, a placeholder that differs fails a test. */
export { isLanguage, type Language, languages, nearestLanguage } from './language.ts'
export { type Say, say, type TextKey, textsUnder, type Values } from './say.ts'
