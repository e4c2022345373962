import { expect, test } from 'bun:test'
import { passwordProblem } from '#src/platform/password-rules.ts'
import { createPasswords } from '#src/platform/passwords.ts'
import { Refusal } from '#src/platform/refusal.ts'

const quick = () => createPasswords({ memoryCost: 8, timeCost: 1 })

test('a password opens what it closed, and no other does', async () => {
  const passwords = quick()
  const hash = await passwords.hash('a small boat at dawn')
  expect(hash).toStartWith('$argon2id$')
  expect(await passwords.verify('a small boat at dawn', hash)).toBe(true)
  expect(await passwords.verify('a small boat at dusk', hash)).toBe(false)
})

test('for an account that does not exist no password is right, and none is a fault', async () => {
  const passwords = quick()
  for (const password of ['', 'x', '\u0000', '密码'.repeat(40)]) expect(await passwords.verify(password, null)).toBe(false)
})

test('the usual cost of nobody is the usual cost of somebody', async () => {
  const passwords = createPasswords()
  const hash = await passwords.hash('a small boat at dawn')
  const time = async (of: string | null) => {
    const started = performance.now()
    await passwords.verify('wrong and wrong', of)
    return performance.now() - started
  }
  const [known, unknown] = [await time(hash), await time(null)]
  expect(unknown).toBeGreaterThan(known / 3)
  expect(unknown).toBeLessThan(known * 3)
})

test('the same signs composed otherwise are the same password', async () => {
  const passwords = quick()
  expect(await passwords.verify('cafe\u0301 au lait noir', await passwords.hash('caf\u00e9 au lait noir'))).toBe(true)
})

test('two hash at a time, fifty wait, the rest is told to come back', async () => {
  const passwords = createPasswords({ memoryCost: 1_024, timeCost: 1 })
  const results = await Promise.allSettled(Array.from({ length: 60 }, () => passwords.verify('x', null)))
  const busy = results.filter((result) => result.status === 'rejected' && result.reason instanceof Refusal && result.reason.kind === 'busy')
  expect(busy).toHaveLength(8)
  expect(await passwords.verify('x', null)).toBe(false)
})

test.each(['short', '123456789', '一二三四五六七八九', '🍵🍃🫖🌱🍂'])('%p is too short', (password) => {
  expect(passwordProblem(password)).toBe('people.password_short')
})

test('more than 128 signs are too long, whatever bytes they take', () => {
  expect(passwordProblem('好'.repeat(129))).toBe('people.password_long')
  expect(passwordProblem(`一条小船${'在清晨出海'.repeat(20)}吧`)).toBeNull()
})

test.each([
  'password123',
  'Password2024!',
  'P@ssw0rd2025',
  '1234567890',
  'qwertyuiop',
  '1qaz2wsx3edc',
  'aaaaaaaaaa',
  'abcabcabcabc',
  '8888888888',
  'admin123456',
  'woaini1314520',
  'Welcome2026!'
])('%p is on everybody’s list', (password) => {
  expect(passwordProblem(password)).toBe('people.password_common')
})

test.each(['a small boat at dawn', '清晨小船出了海湾去', 'tiefes-Wasser-still', 'xK8#mQ2!pL9z'])('%p is taken', (password) => {
  expect(passwordProblem(`${password}`.padEnd(10, '~'))).toBeNull()
})

test('one’s own name or address is the first guess', () => {
  expect(passwordProblem('chenyu2024', ['陈屿', 'chenyu@tea.example'])).toBe('people.password_common')
  expect(passwordProblem('chenyu2024', ['阿华', 'hua@tea.example'])).toBeNull()
})
