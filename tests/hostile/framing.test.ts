import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { BrowserContext } from 'playwright-core'
import { allowOrigin, removeOrigin } from '#src/sites/index.ts'
import { callerOf } from '#tests/support/office.ts'
import { openWatched, type Watched } from './watched.ts'

/* Who may put us into a frame: A15 for every page of ours, V23 for the chat window. */

let watched: Watched
let context: BrowserContext
let shop: { origin: string; close(): Promise<void> }
beforeAll(async () => {
  watched = await openWatched()
  context = await watched.agent(watched.port.owner, '203.0.113.200')
  shop = openFramer()
  watched.allow(shop.origin)
}, 60_000)
afterAll(async () => {
  await shop.close()
  await watched.close()
})

/** A page of somebody else's that frames whatever its address names. */
function openFramer(): { origin: string; close(): Promise<void> } {
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch(request) {
      const framed = new URL(request.url).searchParams.get('frame') ?? ''
      return new Response(`<!doctype html><title>framer</title><iframe src="${Bun.escapeHTML(framed)}"></iframe>`, { headers: { 'content-type': 'text/html' } })
    }
  })
  return { origin: `http://127.0.0.1:${server.port}`, close: () => server.stop(true) }
}

/** What can be read in the frame; null when the browser shows nothing there. */
async function framed(path: string): Promise<string | null> {
  const page = await context.newPage()
  await page.goto(`${shop.origin}/?frame=${encodeURIComponent(watched.port.url + path)}`)
  const frame = page.frames()[1]
  const text = frame?.url().startsWith('http')
    ? await frame
        .locator('body')
        .textContent()
        .catch(() => null)
    : null
  await page.close()
  // The browser says so in the console: that is what should happen here.
  watched.complaints.length = 0
  return text === '' ? null : text
}

test.each([
  '/',
  '/login',
  '/conversations',
  '/visitors',
  '/left-messages',
  '/admin/sites',
  '/admin/people',
  '/profile',
  '/help',
  '/welcome',
  '/nothing/here',
  '/setup'
])(
  '%s shows nothing in a frame of somebody else',
  async (path) => {
    expect(await framed(path)).toBeNull()
  },
  30_000
)

test('the chat window shows in frames of its own site’s pages, as long as they are on its list', async () => {
  const { port } = watched
  const { core } = port.house
  const window = `/c/${port.site.key}`
  expect(await framed(window)).toBeNull()
  await core.transact(() => allowOrigin(core, callerOf(port.owner), port.site.id, shop.origin))
  expect(await framed(window)).not.toBeNull()
  await core.transact(() => {
    for (const { origin } of core.db.query<{ origin: string }, []>('select origin from site_origins').all())
      removeOrigin(core, callerOf(port.owner), port.site.id, origin)
  })
  // An empty list means nobody, not everybody.
  expect(await framed(window)).toBeNull()
  expect(await framed(`${window}?o=${encodeURIComponent(shop.origin)}`)).toBeNull()
}, 60_000)
