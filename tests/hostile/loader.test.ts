import { describe, expect, test } from 'bun:test'
import { Glob } from 'bun'
import { loaderIntegrity, loaderVersion } from '#src/web/visitor/loader.ts'
import { openStaffedOffice } from '#tests/support/office.ts'

/* What runs on other people's pages (V31), and how the two halves of it speak (V08, V09). */

const built = (name: string) => Bun.file(`public/built/${name}`).text()

describe('the loader', () => {
  test('is the same bytes for everybody, sets nothing, and may be pinned by its version', async () => {
    const office = await openStaffedOffice()
    const asked = [
      await office.ask('/w.js'),
      await office.ask('/w.js?data-site=s_0000000000', {
        headers: { cookie: 'sid=x; kefu_x=y', 'user-agent': 'other', origin: 'https://evil.example', 'accept-language': 'en' }
      }),
      await office.ask(`/w-${loaderVersion}.js`)
    ]
    const bodies = await Promise.all(asked.map((answer) => answer.arrayBuffer()))
    expect(new Set(bodies.map((body) => Bun.hash(body))).size).toBe(1)
    for (const { status, headers } of asked)
      expect([status, headers.get('set-cookie'), headers.get('access-control-allow-origin'), headers.get('cross-origin-resource-policy')]).toEqual([
        200,
        null,
        '*',
        'cross-origin'
      ])
    expect(asked.map(({ headers }) => headers.get('cache-control'))).toEqual([
      'public, max-age=300',
      'public, max-age=300',
      'public, max-age=31536000, immutable'
    ])
    const digest = await crypto.subtle.digest('SHA-384', bodies[0] ?? new ArrayBuffer(0))
    expect(loaderIntegrity).toBe(`sha384-${Buffer.from(digest).toString('base64')}`)
    expect((await office.ask('/w-000000000000.js')).status).toBe(404)
    office.close()
  })

  test('is at most 12 KB packed', async () => {
    expect(Bun.gzipSync(Buffer.from(await built('loader.js')), { level: 9 }).length).toBeLessThanOrEqual(12 * 1024)
  })

  test.each(['loader.js', 'chat.js', 'chat-more.js', 'console.js'])('%s makes no code and no markup of text, and asks nobody else', async (name) => {
    const code = await built(name)
    expect(code).not.toMatch(/\beval\(|\bnew Function\b|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write|setTimeout\(["'`]/)
    const addresses = [...code.matchAll(/(?:https?|wss?):\/\/[a-z\d-]+\.[a-z]+[^\s"'`]*/gi)].map(([address]) => address)
    expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([])
  })
})

test('every message between windows names whom it is for', async () => {
  const targets: string[] = []
  for (const path of new Glob('src/widget/**/*.ts').scanSync('.')) {
    const text = await Bun.file(path).text()
    for (const [, target = 'nobody'] of text.matchAll(/postMessage\((?:[^;\n]*?,\s*([^,)\n]+))?\)/g)) targets.push(target)
  }
  expect(targets).toEqual(['origin', 'origin'])
})

test('nothing that a window can say carries an address or markup, and the token goes one way only', async () => {
  const frames = await Bun.file('src/web/visitor/frames.ts').text()
  const [, toLoader = ''] = /export type ToLoader =([^\n]+(?:\n {2}\|[^\n]+)*)/.exec(frames) ?? []
  expect(toLoader).not.toMatch(/token|url|html|href|base|origin|string/i)
  expect(toLoader.match(/kefu: '\w+'/g)?.length).toBe(5)
})
