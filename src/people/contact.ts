import type { Language } from '#src/texts/index.ts'

/** Good enough to tell an address from a slip of the finger; whether it exists only a mail can tell. */
const address = /^[^\s@<>()[\],;:\\"]{1,64}@[^\s@<>()[\],;:\\"]+\.[^\s@<>()[\],;:\\".]{2,}$/
const countryCodes: Record<Language, string | null> = { 'zh-CN': '86', 'zh-TW': '886', en: null }

/** An e-mail address in its one form (lower case), or null when it is none. */
export function emailFrom(text: string): string | null {
  const email = text.trim().toLowerCase()
  return email.length <= 254 && address.test(email) && !email.includes('..') ? email : null
}

/**
 * A telephone number as E.164, or null. Without a country code it is one of the country whose language is spoken;
 * the leading zero of an area code (0755…, 09…) is dropped, as everybody abroad would.
 */
export function phoneFrom(text: string, language: Language): string | null {
  const signs = text
    .replace(/[\s().\-‐–—/]/g, '')
    .replace(/^00/, '+')
    .replace(/^＋/, '+')
  if (!/^\+?\d{5,16}$/.test(signs)) return null
  if (signs.startsWith('+')) return e164(signs.slice(1))
  const code = countryCodes[language]
  return code === null ? null : e164(code + signs.replace(/^0+/, ''))
}

/** What somebody typed to sign in, as the addresses or numbers it can mean. */
export function loginNames(text: string): { email: string | null; phones: string[] } {
  const phones = [phoneFrom(text, 'zh-CN'), phoneFrom(text, 'zh-TW')].filter((phone) => phone !== null)
  return { email: emailFrom(text), phones: [...new Set(phones)] }
}

function e164(digits: string): string | null {
  return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : null
}
