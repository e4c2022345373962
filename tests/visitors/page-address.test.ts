import { expect, test } from 'bun:test'
import { cleanPageAddress, cleanTitle } from '#src/visitors/page-address.ts'

const shop = 'https://shop.example'

test('user name, fragment and secrets leave a page’s address', () => {
  expect(cleanPageAddress('https://u:p@shop.example/reset?token=S&x=1#access_token=S2')).toBe('https://shop.example/reset?token=…&x=1')
})

test.each(['token', 'code', 'key', 'secret', 'password', 'session', 'auth', 'sig', 'email'])('the value of %s is hidden', (name) => {
  expect(cleanPageAddress(`${shop}/?a=1&${name}=S3CRET&b=2`)).toBe(`${shop}/?a=1&${name}=…&b=2`)
  expect(cleanPageAddress(`${shop}/?${name.toUpperCase()}=S3CRET`)).toBe(`${shop}/?${name.toUpperCase()}=…`)
})

test.each([
  ...[
    'access_token',
    'accessToken',
    'accesstoken',
    'id-token',
    'api_key',
    'apiKey',
    'apikey',
    'PHPSESSID',
    'jsessionid',
    'sid',
    'oauth_verifier',
    'Authorization'
  ],
  ...[
    'X-Amz-Signature',
    'user[password]',
    'pwd',
    'userEmail',
    'auth_code',
    'reset.code',
    'invite_code',
    'otp',
    'token[]',
    '%74oken',
    'client+secret',
    'session_id2'
  ]
])('the value of %s is hidden as well', (name) => {
  expect(cleanPageAddress(`${shop}/?${name}=S3CRET/x=y%20z`)).not.toContain('S3CRET')
})

test.each([
  'keyword',
  'kw',
  'q',
  'utm_source',
  'product_code',
  'zipcode',
  'currency_code',
  'design',
  'signup',
  'author',
  'monkey',
  'page',
  'sku',
  'passage',
  'gclid'
])('the value of %s stays', (name) => {
  expect(cleanPageAddress(`${shop}/?${name}=red+shoes`)).toBe(`${shop}/?${name}=red+shoes`)
})

test('a secret is hidden wherever it stands', () => {
  expect(cleanPageAddress(`${shop}/cart;jsessionid=ABC/pay?x=1`)).toBe(`${shop}/cart;jsessionid=…?x=1`)
  expect(cleanPageAddress(`${shop}/?x=1;token=ABC`)).toBe(`${shop}/?x=1;token=…`)
  expect(cleanPageAddress(`${shop}/?next=https%3A%2F%2Fa.example%2F%3Ftoken%3DABC`)).toBe(`${shop}/?next=…`)
  expect(cleanPageAddress(`${shop}/?next=https%253A%252F%252Fa.example%252F%253Fx%253D1%2526token%253DABC`)).toBe(`${shop}/?next=…`)
  expect(cleanPageAddress(`${shop}/?x=1?token=ABC`)).not.toContain('ABC')
  expect(cleanPageAddress(`${shop}/?token==ABC=`)).toBe(`${shop}/?token=…`)
})

test('routes of a single-page shop stay, without their secrets', () => {
  expect(cleanPageAddress(`${shop}/#/cart/2?x=1&token=ABC`)).toBe(`${shop}/#/cart/2?x=1&token=…`)
  expect(cleanPageAddress(`${shop}/#!/cart`)).toBe(`${shop}/#!/cart`)
  expect(cleanPageAddress(`${shop}/#/login/access_token=AB/CD`)).toBe(`${shop}/#/login/access_token=…`)
  expect(cleanPageAddress(`${shop}/page#reviews`)).toBe(`${shop}/page`)
})

test('the host has one form, and only web addresses are kept', () => {
  expect(cleanPageAddress('HTTPS://Shop.Example:443')).toBe(`${shop}/`)
  expect(cleanPageAddress('http://shop.example:8080/a b')).toBe('http://shop.example:8080/a%20b')
  for (const text of [
    '',
    'shop.example',
    '/cart',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'about:blank',
    'ftp://shop.example/',
    'https://',
    'https://a b/'
  ]) {
    expect(cleanPageAddress(text)).toBeNull()
  }
})

test('a page’s address ends at 2 KiB, never inside a character', () => {
  expect(cleanPageAddress(`${shop}/${'a'.repeat(20_000)}`)).toHaveLength(2_048)
  for (let n = 0; n < 12; n++) {
    const cut = cleanPageAddress(`${shop}/${'a'.repeat(n)}${'商😀é'.repeat(400)}`) ?? ''
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(2_048)
    expect(Buffer.byteLength(cut)).toBeGreaterThan(2_030)
    expect(() => decodeURIComponent(cut)).not.toThrow()
  }
  const masked = cleanPageAddress(`${shop}/?${'token=x&'.repeat(1_000)}`) ?? ''
  expect(Buffer.byteLength(masked)).toBeLessThanOrEqual(2_048)
  expect(masked).not.toContain('\ufffd')
})

test('an address that nobody typed is refused or read in a moment', () => {
  expect(cleanPageAddress(`${shop}/${'a'.repeat(100_000)}`)).toBeNull()
  const began = performance.now()
  for (const part of ['a', '=', '&', '?', '%41', '%', 'a=', 'token', '&=', ';x', 'aB'])
    cleanPageAddress(`${shop}/?${part.repeat(Math.floor(60_000 / part.length))}`)
  expect(performance.now() - began).toBeLessThan(2_000)
})

test('cleaning an address twice changes no more', () => {
  for (const text of [`${shop}/?token=S&x=1`, `${shop}/商店?q=鞋`, `${shop}/#/a?key=1`]) {
    const once = cleanPageAddress(text) ?? ''
    expect(decodeURIComponent(cleanPageAddress(once) ?? '')).toBe(decodeURIComponent(once))
  }
})

test('a title is one line of at most 256', () => {
  expect(cleanTitle(' 红色\n运动鞋\u202e \u0000- 店 ')).toBe('红色 运动鞋 - 店')
  expect(cleanTitle('😀'.repeat(5_000))).toHaveLength(256)
})
