import { describe, expect, test } from 'bun:test'
import { LinkedText } from '#views/ui/index.ts'

function shown(text: string): string {
  return String(LinkedText({ text })).replace(/^<bdi[^>]*>|<\/bdi>$/g, '')
}

function links(text: string): string[] {
  return [...shown(text).matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, href, words]) =>
    href === words ? String(href) : `${href} as ${words}`
  )
}

describe('a message', () => {
  test('without an address is its text, line ends and all', () => expect(shown('一\n\n二')).toBe('一\n\n二'))
  test('has its addresses as links that leave nothing behind', () => {
    expect(shown('see https://a.example/x?y=1#z now')).toBe(
      'see <a class="link" href="https://a.example/x?y=1#z" target="_blank" rel="noopener noreferrer nofollow ugc">https://a.example/x?y=1#z</a> now'
    )
  })
  test('links mail and telephone only when they are whole', () => {
    expect(links('mailto:a@b.example tel:+8613800000000 mailto: tel:')).toEqual(['mailto:a@b.example', 'tel:+8613800000000'])
  })
  test('keeps the sentence out of the link', () => {
    expect(links('（https://a.example/p），看 https://b.example。 And (https://c.example/x_(y)). Or https://d.example/!')).toEqual([
      'https://a.example/p',
      'https://b.example/ as https://b.example',
      'https://c.example/x_(y)',
      'https://d.example/'
    ])
  })
  test('is marked so that nothing in it is ever taken for an instruction', () => {
    expect(String(LinkedText({ text: 'x' }))).toBe('<bdi dir="auto" hx-ignore="">x</bdi>')
  })
})

describe('no link is made of', () => {
  const traps = {
    'a script': 'javascript:alert(1)',
    'a script in disguise': 'jAva\tscript:alert(1)',
    'a page in the address': 'data:text/html,<script>alert(1)</script>',
    'a script of old': 'vbscript:msgbox(1)',
    'a host without a scheme': '//evil.example',
    'a file': 'file:///etc/passwd',
    'a name before the host': 'https://bank.example@evil.example/login',
    'a password before the host': 'https://a:b@evil.example',
    'an address longer than 2,000 characters': `https://a.example/${'x'.repeat(2_000)}`,
    'nothing after the scheme': 'https://'
  }
  for (const [name, text] of Object.entries(traps)) test(name, () => expect(links(text)).toEqual([]))
})

describe('a look-alike', () => {
  test('host is shown as the network sees it', () => {
    expect(links('https://аpple.com/login')).toEqual(['https://xn--pple-43d.com/login'])
    expect(links('http://xn--80ak6aa92e.com')).toEqual(['http://xn--80ak6aa92e.com/ as http://xn--80ak6aa92e.com'])
  })
  test('ending ends where the direction is turned', () => {
    expect(links('https://a.example/\u202Egpj.exe')).toEqual(['https://a.example/'])
  })
})

test('markup in a message is text', () => {
  expect(shown('<img src=x onerror=alert(1)> https://a.example/"onmouseover="x')).not.toMatch(/<img|<a[^>]*onmouseover/)
})

test('a message of addresses only is linked in no time', () => {
  const before = performance.now()
  shown('https://a.example/ '.repeat(420))
  shown('http://'.repeat(1_100))
  shown(`https://${'.'.repeat(7_900)}`)
  expect(performance.now() - before).toBeLessThan(3_000)
})
