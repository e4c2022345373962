import type { TextKey } from '#src/texts/index.ts'

const shortest = 10
const longest = 128

/**
 * What people really take when ten signs are asked for. Digits and signs around a word, and 0 for o, make it no better,
 * so the list holds only what is left without them.
 */
const commonWords = new Set(
  `password passwd passwort pass qwerty qwertyuiop qwertyu asdfghjkl asdfgh asdf zxcvbnm zxcvbn qazwsx qazwsxedc qweasdzxc qweasd qwe asd zxc
  admin administrator root user test tester guest login welcome letmein letmeinnow changeme default secret master superman batman football baseball
  basketball monkey dragon sunshine princess shadow michael jordan liverpool chelsea arsenal starwars pokemon computer internet iloveyou ilovey
  loveyou iloveu trustno trustnoone whatever freedom charlie samsung google apple iphone windows linkedin facebook hello helloworld abc abcd abcdef
  abcdefg abcdefgh abcdefghij woaini woaiwojia wodemima mima nihao nihaoma zhangwei wangwei taobao tmall alipay weixin wechat tencent baidu alibaba
  kefu kefumima kefuadmin keji gongsi company shop dianpu meinv laopo laogong baobei aini wo ai a aa aaa q w p x yourpassword mypassword newpassword
  temppassword p@ssword onlinechat livechat support customerservice service kefuxitong`.split(/\s+/)
)
const rows = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '1q2w3e4r5t6y7u8i9o0p'
]

/** What is wrong with a new password, or null. `about` are the person's own name, address and number: the first guesses. */
export function passwordProblem(password: string, about: readonly (string | null)[] = []): TextKey | null {
  const length = [...password].length
  if (length < shortest) return 'people.password_short'
  if (length > longest) return 'people.password_long'
  return isCommon(password) || isAbout(password, about) ? 'people.password_common' : null
}

function isCommon(password: string): boolean {
  const plain = password.toLowerCase()
  if (rows.some((row) => row.includes(plain)) || isRepetition(plain)) return true
  const word = plain.replace(/^[^a-z@]+|[^a-z@]+$/g, '')
  return commonWords.has(word) || commonWords.has(unmasked(word)) || (word === '' && new Set(plain).size <= 4)
}

/** `aaaaaaaaaa`, `123123123123`, `passwordpassword`. */
function isRepetition(plain: string): boolean {
  const again = /^(.{1,8}?)\1+(.{0,7})$/su.exec(plain)
  return again !== null && (again[1] ?? '').startsWith(again[2] ?? '')
}

function unmasked(word: string): string {
  const letters: Record<string, string> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '@': 'a', $: 's' }
  return word.replace(/[01345@$]/g, (sign) => letters[sign] ?? sign)
}

function isAbout(password: string, about: readonly (string | null)[]): boolean {
  const plain = password.toLowerCase()
  return about.some((own) => {
    const parts = own ? [own.toLowerCase(), own.toLowerCase().split('@')[0] ?? ''] : []
    return parts.some((part) => part.length >= 3 && plain.includes(part) && plain.length - part.length < 6)
  })
}
