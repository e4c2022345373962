import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { until } from './open-port.ts'
import { openWatched, type Watched } from './watched.ts'

/* V30: whatever the page around it does, the loader breaks nothing there, says at most one line, and is at most one widget. */

let watched: Watched
beforeAll(async () => {
  watched = await openWatched()
}, 60_000)
afterAll(() => watched.close())

const userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'
const line = () => `<script async src="${watched.port.url}/w.js" data-site="${watched.port.site.key}"></script>`

type Shop = { page: Page; said: string[]; thrown: string[]; close(): Promise<void> }

/** A page of a shop that may have the widget, and what its console shows. */
async function openShop(body: string, headers: Record<string, string> = {}): Promise<Shop> {
  const { port, allow } = watched
  const { core } = port.house
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch: ({ url }) =>
      new Response(url.endsWith('/inner') ? `<!doctype html>${line()}` : `<!doctype html><meta charset="utf-8"><title>shop</title>${body}`, {
        headers: { 'content-type': 'text/html', ...headers }
      })
  })
  const origin = `http://127.0.0.1:${server.port}`
  allow(origin)
  await core.transact(() => {
    core.db.query('insert into site_origins (site_id, origin, added_at) values (?, ?, 1)').run(port.site.id, origin)
    core.announce({ kind: 'site-changed', site: port.site.id })
  })
  const context = await watched.context('203.0.113.210', { userAgent })
  const page = await context.newPage()
  const said: string[] = []
  const thrown: string[] = []
  page.on('console', (message) => void said.push(message.text()))
  page.on('pageerror', (error) => void thrown.push(String(error)))
  await page.goto(origin)
  return {
    page,
    said,
    thrown,
    async close() {
      await context.close()
      await server.stop(true)
    }
  }
}

test('in a sandboxed frame nobody is there, quietly', async () => {
  const { page, said, thrown, close } = await openShop('<iframe sandbox="allow-scripts" src="/inner"></iframe>')
  await until(() => said.some((text) => text.includes('403')), 15_000)
  expect(await page.frames()[1]?.locator('kefu-chat iframe').count()).toBe(0)
  // What the browser itself says of a refused socket is not ours.
  expect(said.filter((text) => !/WebSocket|CORS|Failed to load/.test(text)).length).toBeLessThanOrEqual(1)
  expect(thrown).toEqual([])
  await close()
}, 30_000)

test('a page whose built-in functions break later sees no exception of ours', async () => {
  const { page, said, thrown, close } = await openShop(line())
  await page.locator('kefu-chat .launch').waitFor()
  await page.evaluate(() => {
    const broken = () => {
      throw new Error('broken by the shop')
    }
    for (const [holder, name] of [
      [JSON, 'stringify'],
      [JSON, 'parse'],
      [Document.prototype, 'createElement'],
      [Node.prototype, 'insertBefore'],
      [Element.prototype, 'setAttribute'],
      [WebSocket.prototype, 'send'],
      [Storage.prototype, 'setItem'],
      [window, 'fetch'],
      [Object, 'assign']
    ] as const)
      Reflect.set(holder, name, broken)
    history.pushState({}, '', '/elsewhere')
    document.title = 'elsewhere'
    window.dispatchEvent(new PopStateEvent('popstate'))
    window.dispatchEvent(new Event('online'))
    document.dispatchEvent(new Event('visibilitychange'))
    window.dispatchEvent(new PageTransitionEvent('pagehide'))
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    window.dispatchEvent(
      new StorageEvent('storage', { key: Object.keys(localStorage).find((name) => name.startsWith('kefu:s_')) ?? '', newValue: 'x'.repeat(43) })
    )
    window.postMessage({ kefu: 'close' }, '*')
    const shadow = document.querySelector('kefu-chat')?.shadowRoot
    shadow?.querySelector<HTMLElement>('.launch')?.click()
  })
  await page.waitForTimeout(800)
  expect(thrown).toEqual([])
  expect(said.length).toBeLessThanOrEqual(1)
  await close()
}, 30_000)
