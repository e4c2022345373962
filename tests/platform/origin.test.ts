import { expect, test } from 'bun:test'
import { registrableDomain } from '#src/platform/domain.ts'
import { commonDomain, originAllowed, originsFor, parseOrigin, parseOriginPattern } from '#src/platform/origin.ts'

test.each([
  ['https://shop.example', 'https://shop.example'],
  ['HTTPS://Shop.Example', 'https://shop.example'],
  ['https://shop.example:443', 'https://shop.example'],
  ['http://shop.example:80', 'http://shop.example'],
  ['https://shop.example:8443', 'https://shop.example:8443'],
  ['https://商店.example', 'https://xn--czrs0t.example'],
  ['https://shop。example', 'https://shop.example'],
  ['http://[::1]:3000', 'http://[::1]:3000']
])('the origin %s is %s', (given, origin) => {
  expect(parseOrigin(given)).toBe(origin)
})

test.each([
  ...['null', '', 'file://', 'file:///x', 'shop.example', '//shop.example', 'https://', 'https:///shop.example', 'ftp://shop.example', 'javascript:alert(1)'],
  ...[
    'https://shop.example/',
    'https://shop.example/page',
    'https://shop.example?x',
    'https://shop.example#x',
    'https://u:p@shop.example',
    'https://shop.example.'
  ],
  ...[
    'https://shop..example',
    'https://.shop.example',
    'https://*.shop.example',
    'https://shop.example\\@evil',
    'https://shop .example',
    'https://shop.example:99999'
  ],
  // In a policy these would begin another directive, or another policy.
  ...[
    'https://shop.example;sandbox',
    'https://shop.example,default-src',
    "https://'none'",
    'https://a"b.example',
    'https://a&b.example',
    'https://{x}.example'
  ],
  ...['https://shop.example, https://evil.example', 'chrome-extension://abcdef', 'about:blank', `https://${'a'.repeat(400)}.example`]
])('%j is no origin', (text) => {
  expect(parseOrigin(text)).toBeNull()
})

test.each([
  ['https://shop.example', true],
  ['https://SHOP.example:443', true],
  ['https://shop.example.evil.com', false],
  ['https://evil-shop.example', false],
  ['http://shop.example', false],
  ['https://shop.example:8443', false],
  ['https://www.shop.example', false],
  ['https://shop.example.', false],
  ['https://shop.example。evil.com', false],
  ['null', false],
  ['file://', false]
])('with https://shop.example allowed, %s: %p', (origin, allowed) => {
  expect(originAllowed(origin, ['https://shop.example', 'null', 'file://'])).toBe(allowed)
})

test.each([
  ['https://www.shop.example', true],
  ['https://a.b.shop.example', true],
  ['https://WWW.Shop.Example', true],
  ['https://shop.example', false],
  ['https://evilshop.example', false],
  ['https://evil-shop.example', false],
  ['https://.shop.example', false],
  ['http://www.shop.example', false],
  ['https://www.shop.example:8443', false],
  ['https://www.shop.example.evil.com', false]
])('with https://*.shop.example allowed, %s: %p', (origin, allowed) => {
  expect(originAllowed(origin, ['https://*.shop.example'])).toBe(allowed)
})

test('a pattern with a port is for that port', () => {
  expect(originAllowed('https://a.shop.example:8443', ['https://*.shop.example:8443'])).toBe(true)
  expect(originAllowed('https://a.shop.example', ['https://*.shop.example:8443'])).toBe(false)
})

test('an empty list allows nobody', () => {
  expect(originAllowed('https://shop.example', [])).toBe(false)
  expect(originAllowed('https://shop.example', ['*', 'https://*', ''])).toBe(false)
})

test.each([
  ['shop.example', 'https://shop.example'],
  [' Shop.Example. ', 'https://shop.example'],
  ['商店。example。', 'https://xn--czrs0t.example'],
  ['https://shop.example/page?x=1#y', 'https://shop.example'],
  ['http://shop.example', 'http://shop.example'],
  ['*.shop.example', 'https://*.shop.example'],
  ['http://*.Shop.example:8080/', 'http://*.shop.example:8080'],
  ['localhost:3000', 'http://localhost:3000'],
  ['192.168.1.5', 'http://192.168.1.5'],
  ['https://[::1]:3000/', 'https://[::1]:3000']
])('an administrator who types %j allows %s', (typed, pattern) => {
  expect(parseOriginPattern(typed)).toBe(pattern)
})

test.each([
  ...['', '*', '*.*', 'https://*', '*.com', '*.com.cn', '*.myshopify.com', 'shop.*', 'a.*.example', '*shop.example', '*.192.168.1.5', '*.localhost'],
  ...[
    'ftp://shop.example',
    'file:///x',
    'javascript:alert(1)',
    'null:',
    'u@shop.example',
    'shop example',
    'shop..example',
    'shop.example:99999',
    'shop.example;sandbox',
    'a,b.example',
    '💥 💥'
  ]
])('an administrator who types %j is refused', (typed) => {
  expect(parseOriginPattern(typed)).toBeNull()
})

test.each([
  ['shop.example', ['https://shop.example', 'https://www.shop.example']],
  ['https://www.shop.example/start', ['https://www.shop.example', 'https://shop.example']],
  ['http://shop.example', ['https://shop.example', 'https://www.shop.example', 'http://shop.example', 'http://www.shop.example']],
  ['shop.com.cn', ['https://shop.com.cn', 'https://www.shop.com.cn']],
  ['blog.shop.example', ['https://blog.shop.example']],
  ['mine.myshopify.com', ['https://mine.myshopify.com', 'https://www.mine.myshopify.com']],
  ['shop.example:8443', ['https://shop.example:8443', 'https://www.shop.example:8443']],
  ['http://localhost:3000', ['http://localhost:3000']],
  ['localhost:3000', ['http://localhost:3000']],
  ['http://192.168.1.5:8080/shop', ['http://192.168.1.5:8080']],
  ['*.shop.example', ['https://*.shop.example']],
  ['ftp://shop.example', []],
  ['', []]
])('a site typed as %j is allowed from %p', (typed, origins) => {
  expect(originsFor(typed)).toEqual(origins)
  for (const origin of origins) expect(parseOriginPattern(origin)).toBe(origin)
})

test.each([
  [['https://shop.example', 'https://www.shop.example'], 'shop.example'],
  [['https://www.shop.example'], 'shop.example'],
  [['https://a.shop.example', 'https://b.shop.example:8443'], 'shop.example'],
  [['https://*.shop.example', 'https://shop.example'], 'shop.example'],
  [['https://x.blog.shop.example', 'https://blog.shop.example'], 'blog.shop.example'],
  [['https://a.shop.com.cn', 'https://shop.com.cn'], 'shop.com.cn'],
  [['https://a.shop.co.uk', 'https://b.shop.co.uk'], 'shop.co.uk'],
  [['https://mine.myshopify.com', 'https://www.mine.myshopify.com'], 'mine.myshopify.com'],
  [['https://one.example', 'https://two.example'], null],
  [['https://one.com.cn', 'https://two.com.cn'], null],
  [['https://one.gd.cn', 'https://two.gd.cn'], null],
  [['https://one.myshopify.com', 'https://two.myshopify.com'], null],
  [['https://one.github.io', 'https://two.github.io'], null],
  [['https://shop.example', 'https://evilshop.example'], null],
  [['https://shop.example', 'http://localhost:3000'], null],
  [['http://localhost:3000'], null],
  [['http://192.168.1.5', 'http://192.168.1.6'], null],
  [['http://[::1]'], null],
  [['not an origin'], null],
  [[], null]
])('the cookie of %p is shared at %p', (origins, domain) => {
  expect(commonDomain(origins)).toBe(domain)
})

test('what a registry keeps is nobody’s domain', () => {
  expect(['com', 'com.cn', 'gd.cn', 'co.uk', 'or.jp', 'github.io', 'example', ''].map(registrableDomain)).toEqual(Array(8).fill(null))
  expect(registrableDomain('a.b.shop.com.tw')).toBe('shop.com.tw')
  expect(registrableDomain('shop.cn')).toBe('shop.cn')
})
