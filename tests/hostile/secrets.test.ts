import { afterAll, beforeAll, expect, test } from 'bun:test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from './open-port.ts'
import { open, openWatched, type Watched } from './watched.ts'

/* V07: where a visitor's token goes, and where it never does; V09: what cannot bring one. */

let watched: Watched
beforeAll(async () => {
  watched = await openWatched()
}, 60_000)
afterAll(() => watched.close())

const userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'

test('a whole conversation shows the token to nobody but the loader, the window and us', async () => {
  const { port, allow } = watched
  const { core } = port.house
  const shop = serve(
    `<!doctype html><meta charset="utf-8"><title>shop</title><a href="/next">x</a><script async src="${port.url}/w.js" data-site="${port.site.key}"></script>`
  )
  const { origin } = shop
  allow(origin)
  await core.transact(() => {
    core.db.query('insert into site_origins (site_id, origin, added_at) values (?, ?, 1)').run(port.site.id, origin)
    core.announce({ kind: 'site-changed', site: port.site.id })
  })

  // What anybody on the way, or anybody else, can see.
  const seen: string[] = []
  const agents = await watched.agent(port.owner, '203.0.113.200')
  const visitors = await watched.context('203.0.113.201', { userAgent })
  for (const context of [agents, visitors]) {
    context.on(
      'request',
      (request) => void seen.push(`${request.method()} ${request.url()} ${request.headers().referer ?? ''} ${request.headers().cookie ?? ''}`)
    )
    context.on('page', (page) => void page.on('websocket', (socket) => void seen.push(socket.url())))
  }
  agents.on('response', async (response) => void seen.push(await response.text().catch(() => '')))
  agents.on('page', (page) => void page.on('websocket', (socket) => void socket.on('framereceived', ({ payload }) => void seen.push(String(payload)))))
  const desk = await watched.page('/conversations', agents)

  const page = await visitors.newPage()
  page.on('console', (message) => void seen.push(message.text()))
  await page.goto(`${origin}/?utm_source=x#token`)
  await page.locator('kefu-chat .launch').click()
  const chat = page.frameLocator('kefu-chat iframe')
  await chat.locator('.kf-write textarea').fill('在吗')
  await chat.locator('.kf-write textarea').press('Enter')
  await desk.getByText('在吗').first().waitFor()
  const token = await page.evaluate(() => Object.entries(localStorage).find(([name]) => /^kefu:s_\w+$/.test(name))?.[1] ?? '')
  expect(token).toMatch(/^[\w-]{43}$/)
  await page.goto(`${origin}/next`)
  await page.locator('kefu-chat iframe').waitFor()
  seen.push((await page.locator('kefu-chat iframe').getAttribute('src')) ?? '', await page.content())

  const id = core.db.query<{ id: number }, []>('select max(id) as id from conversations').get()?.id
  for (const path of [`/conversations/${id}`, '/visitors', `/visitors/${[...port.house.presence.guests()].at(-1)?.id}`, '/admin/sites'])
    await open(desk, port.url + path)
  const other = await port.visitor()
  await other.hello(port.site.key)
  seen.push(JSON.stringify(other.heard), ...port.lines)
  await until(() => seen.length > 20)
  expect(seen.filter((text) => text.includes(token)).map((text) => text.slice(0, 200))).toEqual([])

  // The file holds what cannot be turned back into it; the log beside it, too.
  const folder = port.house.config.data
  const files = readdirSync(folder).filter((name) => name.startsWith('kefu.db'))
  expect(files.length).toBeGreaterThan(0)
  for (const name of files) expect([name, readFileSync(join(folder, name)).includes(token)]).toEqual([name, false])
  const session = (await port.cookie(port.owner)).slice('sid='.length)
  for (const name of files) expect([name, readFileSync(join(folder, name)).includes(session)]).toEqual([name, false])
  other.leave()
  await agents.close()
  await visitors.close()
  await shop.close()
}, 60_000)

test('no address and no foreign page brings a window a token of its choice', async () => {
  const { port, allow } = watched
  const stolen = 'f'.repeat(43)
  const evil = serve('<!doctype html><title>evil</title>')
  allow(evil.origin)
  const context = await watched.context('203.0.113.202', { userAgent })
  const sent: string[] = []
  context.on('page', (page) => void page.on('websocket', (socket) => void socket.on('framesent', ({ payload }) => void sent.push(String(payload)))))
  const opener = await context.newPage()
  await opener.goto(evil.origin)
  const [popup] = await Promise.all([
    opener.waitForEvent('popup'),
    opener.evaluate(
      (address) => void Object.assign(window, { popup: window.open(address) }),
      `${port.url}/c/${port.site.key}?token=${stolen}&t=${stolen}&c=${'c'.repeat(22)}#token=${stolen}`
    )
  ])
  await popup.locator('.kf-head').waitFor()
  await opener.evaluate(
    ([token, origin]) => {
      const target = (window as unknown as { popup: Window }).popup
      for (const message of [
        { kefu: 'token', token, page: 'p'.repeat(22), lang: null },
        { kefu: 'shown', full: true },
        JSON.stringify({ kefu: 'token', token }),
        { __proto__: { kefu: 'token', token } },
        'x'.repeat(5_000_000),
        null
      ])
        target.postMessage(message, origin ?? '')
    },
    [stolen, port.url]
  )
  await popup.locator('.kf-write textarea').fill('我是谁')
  await popup.locator('.kf-write textarea').press('Enter')
  await until(() => sent.some((text) => text.includes('我是谁')))
  expect(sent.filter((text) => text.includes(stolen))).toEqual([])
  expect(await popup.evaluate(() => JSON.stringify(localStorage))).not.toContain(stolen)
  await context.close()
  await evil.close()
}, 30_000)

test('a framed window hears only the page around it, though other frames there can reach it', async () => {
  const { port, allow } = watched
  const { core } = port.house
  const stolen = 'd'.repeat(43)
  const evil = serve(
    `<!doctype html><script>setInterval(() => {
      for (let i = 0; i < parent.frames.length; i++) if (parent.frames[i] !== window) parent.frames[i].postMessage({ kefu: 'token', token: '${stolen}', page: '${'p'.repeat(22)}', lang: null }, '*')
    }, 20)</script>`
  )
  // The window in the page itself, where its siblings find it; the loader's stands in a shadow tree, where they do not.
  let page = ''
  const shop = serve(() => page)
  page = `<!doctype html><title>shop</title><iframe src="${port.url}/c/${port.site.key}?o=${encodeURIComponent(shop.origin)}"></iframe><iframe src="${evil.origin}"></iframe>`
  for (const { origin } of [shop, evil]) allow(origin)
  await core.transact(() => {
    core.db.query('insert into site_origins (site_id, origin, added_at) values (?, ?, 1)').run(port.site.id, shop.origin)
    core.announce({ kind: 'site-changed', site: port.site.id })
  })
  const context = await watched.context('203.0.113.204', { userAgent })
  const sent: string[] = []
  context.on('page', (opened) => void opened.on('websocket', (socket) => void socket.on('framesent', ({ payload }) => void sent.push(String(payload)))))
  const around = await context.newPage()
  await around.goto(shop.origin)
  await around.waitForTimeout(500)
  expect(sent).toEqual([])
  const own = 'c'.repeat(43)
  await around.evaluate(
    ([token, origin]) => window.frames[0]?.postMessage({ kefu: 'token', token, page: 'p'.repeat(22), lang: null }, origin ?? ''),
    [own, port.url]
  )
  await until(() => sent.some((text) => text.includes(own)))
  expect(sent.filter((text) => text.includes(stolen))).toEqual([])
  await context.close()
  await Promise.all([evil.close(), shop.close()])
}, 30_000)

test('another frame of the shop’s page can neither speak for the loader nor for the window', async () => {
  const { port, allow } = watched
  const { core } = port.house
  const stolen = 'e'.repeat(43)
  // A frame of somebody else's on the same page: advertising, a survey, an injected widget.
  const evil = serve(
    `<!doctype html><script>
      const said = [{ kefu: 'token', token: '${stolen}', page: '${'p'.repeat(22)}', lang: null }, { kefu: 'shown', full: true }, { kefu: 'close' }, { kefu: 'renew' }, { kefu: 'unread', n: 77 }, { kefu: 'ready' }]
      setInterval(() => {
        for (const message of said) {
          parent.postMessage(message, '*')
          for (let i = 0; i < parent.frames.length; i++) if (parent.frames[i] !== window) parent.frames[i].postMessage(message, '*')
        }
      }, 20)
    </script>`
  )
  const shop = serve(
    `<!doctype html><meta charset="utf-8"><title>shop</title><script async src="${port.url}/w.js" data-site="${port.site.key}"></script><iframe src="${evil.origin}"></iframe>`
  )
  for (const { origin } of [shop, evil]) allow(origin)
  await core.transact(() => {
    core.db.query('insert into site_origins (site_id, origin, added_at) values (?, ?, 1)').run(port.site.id, shop.origin)
    core.announce({ kind: 'site-changed', site: port.site.id })
  })
  const context = await watched.context('203.0.113.203', { userAgent })
  const sent: string[] = []
  context.on('page', (page) => void page.on('websocket', (socket) => void socket.on('framesent', ({ payload }) => void sent.push(String(payload)))))
  const page = await context.newPage()
  await page.goto(shop.origin)
  await page.locator('kefu-chat .launch').click()
  const chat = page.frameLocator('kefu-chat iframe')
  await chat.locator('.kf-write textarea').fill('我是谁')
  await chat.locator('.kf-write textarea').press('Enter')
  await until(() => sent.some((text) => text.includes('我是谁')))
  await page.waitForTimeout(300)
  expect(sent.filter((text) => text.includes(stolen))).toEqual([])
  // Not one of them closed the window, renewed the line, or counted for us.
  expect(sent.filter((text) => text.includes('"hello"')).length).toBe(2)
  expect(await page.locator('kefu-chat .frame:not([hidden])').count()).toBe(1)
  expect(await page.locator('kefu-chat .count').textContent()).not.toContain('77')
  await context.close()
  await Promise.all([evil.close(), shop.close()])
}, 30_000)

function serve(page: string | (() => string)): { origin: string; close(): Promise<void> } {
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch: () => new Response(typeof page === 'string' ? page : page(), { headers: { 'content-type': 'text/html' } })
  })
  return { origin: `http://127.0.0.1:${server.port}`, close: () => server.stop(true) }
}
