import { expect, test } from 'bun:test'
import { deriveSecret, digest, isToken, newPublicId, newToken, publicIdFrom, publicIdText, sameSecret } from '#src/platform/tokens.ts'

test('a secret is the same or not, whatever somebody sends for it (A21)', () => {
  const secret = newToken()
  expect(sameSecret(secret, secret)).toBe(true)
  const wrong = [
    '',
    'x',
    secret.slice(0, -1),
    `${secret}x`,
    `${secret}\0`,
    secret.toLowerCase() === secret ? secret.toUpperCase() : secret.toLowerCase(),
    'é'.repeat(43),
    '秘'.repeat(43),
    '\ud800'.repeat(43),
    'x'.repeat(100_000)
  ]
  for (const other of wrong) expect([other.slice(0, 50), sameSecret(secret, other), sameSecret(other, secret)]).toEqual([other.slice(0, 50), false, false])
  expect(sameSecret('', '')).toBe(true)
})

test('only 43 characters base64url look like a token, only 22 like a public id', () => {
  expect(isToken(newToken())).toBe(true)
  const token = newToken()
  for (const other of [
    '',
    token.slice(1),
    `${token}A`,
    `${token.slice(1)}=`,
    `${token.slice(1)}+`,
    `${token.slice(1)}\n`,
    `${token}\n`,
    null,
    undefined,
    0,
    [],
    {},
    [token],
    { toString: () => token }
  ])
    expect(isToken(other)).toBe(false)
  const id = newPublicId()
  expect(publicIdFrom(publicIdText(id))).toEqual(id)
  for (const other of ['', 'x'.repeat(21), 'x'.repeat(23), `${'x'.repeat(21)}=`, `${'x'.repeat(22)}\n`, null, 1, ['x'.repeat(22)]])
    expect(publicIdFrom(other)).toBeNull()
})

test('tokens are 256 bits and ids 128, and no two are equal', () => {
  expect(Buffer.from(newToken(), 'base64url').length).toBe(32)
  expect(newPublicId().length).toBe(16)
  expect(new Set(Array.from({ length: 10_000 }, newToken)).size).toBe(10_000)
})

test('what is stored of a secret is its SHA-256, and one key makes another secret for each purpose', () => {
  expect(Buffer.from(digest('abc')).toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  const key = new Uint8Array(32)
  expect(deriveSecret(key, 'one')).not.toEqual(deriveSecret(key, 'other'))
  expect(deriveSecret(key, 'one')).toEqual(deriveSecret(key, 'one'))
})
