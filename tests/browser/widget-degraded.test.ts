import { afterAll, afterEach, beforeAll, expect, test } from 'bun:test'
import { openWidget, type Visit, type WidgetBench } from './support.ts'

let bench: WidgetBench
const visits: Visit[] = []
const visit: WidgetBench['visit'] = async (options) => {
  const made = await bench.visit(options)
  visits.push(made)
  return made
}

beforeAll(async () => {
  bench = await openWidget()
}, 60_000)
afterEach(async () => {
  for (const { context } of visits.splice(0)) await context.close()
})
afterAll(() => bench.close(), 30_000)

async function talk({ chat, open, write }: Visit, answer: string): Promise<void> {
  await open()
  await write(`等待${answer}`)
  await chat.locator('.kf-item.mine:not(.waiting)', { hasText: answer }).waitFor()
  await bench.reply(answer)
  await chat.getByText(answer, { exact: true }).waitFor()
}

test('without WebSockets the same talk goes over HTTP', async () => {
  const made = await visit({ before: () => void Reflect.deleteProperty(window, 'WebSocket') })
  await talk(made, '甲')
  expect(made.complaints).toEqual([])
}, 40_000)

test('where a proxy lets no socket pass, the second failure is the last try, and the next page does not try at all', async () => {
  const made = await visit({
    before: () => {
      class Refused extends EventTarget {
        static OPEN = 1
        readyState = 0
        onclose: ((event: { code: number }) => void) | null = null
        constructor() {
          super()
          sessionStorage.setItem('tries', String(Number(sessionStorage.getItem('tries')) + 1))
          setTimeout(() => this.onclose?.({ code: 1006 }))
        }
        send() {}
        close() {}
      }
      Reflect.set(window, 'WebSocket', Refused)
    }
  })
  await talk(made, '乙')
  const tries = () => made.page.evaluate(() => sessionStorage.getItem('tries'))
  expect(await tries()).toBe('2')
  await made.page.goto(`${bench.shopUrl}/two`)
  await made.chat.getByText('乙', { exact: true }).waitFor()
  expect(await tries()).toBe('2')
}, 40_000)

test('with all storage blocked a visitor can still talk', async () => {
  const made = await visit({
    before: () => {
      const blocked = () => {
        throw new DOMException('blocked', 'SecurityError')
      }
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, { get: blocked })
      Object.defineProperty(document, 'cookie', { get: blocked, set: blocked })
    }
  })
  await talk(made, '丙')
  expect(made.complaints).toEqual([])
}, 30_000)

test('browsers before constructed sheets, ResizeObserver and createImageBitmap see the same', async () => {
  const made = await visit({
    before: () => {
      for (const prototype of [Document.prototype, ShadowRoot.prototype]) Reflect.deleteProperty(prototype, 'adoptedStyleSheets')
      for (const name of ['ResizeObserver', 'createImageBitmap', 'visualViewport', 'IntersectionObserver']) Reflect.deleteProperty(window, name)
    }
  })
  await talk(made, '丁')
  const box = await made.page.locator('kefu-chat .launch').boundingBox()
  expect([box?.width, box?.height, box && 800 - box.y - box.height]).toEqual([56, 56, 20])
  expect(await made.page.locator('kefu-chat .frame').boundingBox()).toMatchObject({ width: 368, height: 600 })
  expect(made.complaints).toEqual([])
}, 30_000)

test('two lines of code are one widget', async () => {
  const made = await visit()
  await made.page.locator('kefu-chat .launch:not([hidden])').waitFor()
  await made.page.evaluate(
    ({ url, key }) =>
      new Promise<void>((done) => {
        const script = document.createElement('script')
        script.src = `${url}/w.js?again`
        script.dataset.site = key
        script.onload = () => done()
        document.head.append(script)
      }),
    { url: bench.url, key: bench.site.key }
  )
  expect(await made.page.locator('kefu-chat').count()).toBe(1)
  expect(made.complaints).toEqual([])
}, 30_000)

test('a shop that breaks prototypes, throws, and exchanges its body keeps its widget, and sees no exception of ours', async () => {
  const made = await visit({
    before: () => {
      Reflect.set(Array.prototype, 'extra', 1)
      Reflect.set(Array.prototype, 'toJSON', () => 'broken')
      Reflect.set(Object.prototype, 'extra2', () => {})
      window.addEventListener('error', ({ message }) => Reflect.set(window, 'seen', `${Reflect.get(window, 'seen') ?? ''}${message}`))
    }
  })
  await talk(made, '戊')
  await made.page.evaluate(() => {
    history.pushState({}, '', '/goods/7')
    document.title = '第七件'
    const body = document.createElement('body')
    body.textContent = 'another page'
    document.documentElement.replaceChild(body, document.body)
  })
  await made.chat.getByText('戊', { exact: true }).waitFor()
  const seen = () => [...bench.house.presence.guests()].flatMap((guest) => [...guest.open.values()]).map((page) => JSON.stringify(page))
  for (let i = 0; i < 40 && !seen().some((page) => page.includes('第七件')); i++) await Bun.sleep(50)
  expect(seen().join()).toContain('/goods/7')
  expect(await made.page.evaluate(() => Reflect.get(window, 'seen'))).toBeUndefined()
}, 30_000)

test('a code line that is not ours to serve shows nothing, writes one line in the console, and asks once', async () => {
  const { page } = await visit()
  const lines: string[] = []
  const sockets: string[] = []
  await page.locator('kefu-chat .launch:not([hidden])').waitFor()
  page.on('console', (message) => lines.push(message.text()))
  page.on('websocket', (socket) => sockets.push(socket.url()))
  await page.goto(`${bench.shopUrl}/?site=s_0000000000`)
  await page.waitForTimeout(2_500)
  expect(await page.locator('kefu-chat .launch:not([hidden])').count()).toBe(0)
  expect([lines.length, sockets.length]).toEqual([1, 1])
}, 30_000)

test('the loader shifts nothing, asks for one script and one socket, and makes no frame before a click', async () => {
  const requests: string[] = []
  const sockets: string[] = []
  const made = await visit({
    before: () => {
      Reflect.set(window, 'shift', 0)
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) Reflect.set(window, 'shift', Reflect.get(window, 'shift') + Reflect.get(entry, 'value'))
      }).observe({ type: 'layout-shift', buffered: true })
    }
  })
  await made.page.locator('kefu-chat .launch:not([hidden])').waitFor()
  made.page.on('request', (request) => requests.push(request.url()))
  made.page.on('websocket', (socket) => sockets.push(socket.url()))
  await made.page.reload()
  await made.page.locator('kefu-chat .launch:not([hidden])').waitFor()
  await made.page.waitForTimeout(300)
  expect(requests.filter((url) => url.startsWith(bench.url))).toEqual([`${bench.url}/w.js`])
  expect(sockets).toEqual([`${bench.url.replace('http', 'ws')}/v/live`])
  expect(await made.page.evaluate(() => Reflect.get(window, 'shift'))).toBe(0)
  expect(await made.page.locator('kefu-chat iframe').count()).toBe(0)
}, 30_000)

test('forged messages move nothing, and the token goes to nobody but our own window', async () => {
  const made = await visit()
  await talk(made, '己')
  const token = await made.page.evaluate(() => Object.entries(localStorage).find(([name]) => /^kefu:s_\w+$/.test(name))?.[1] ?? '')
  expect(token).toMatch(/^[\w-]{43}$/)
  await made.page.evaluate(() => {
    Reflect.set(window, 'heard', [])
    window.addEventListener('message', ({ data }) => Reflect.get(window, 'heard').push(data))
    for (const message of [{ kefu: 'close' }, { kefu: 'unread', n: 99 }, { kefu: 'token', token: 'x' }, '{"kefu":"close"}', { __proto__: { kefu: 'close' } }])
      window.postMessage(message, '*')
    const evil = document.createElement('iframe')
    document.body.append(evil)
    evil.contentWindow?.postMessage({ kefu: 'ready' }, '*')
  })
  // A second window of ours, framed by the page itself, is not the one that the loader made.
  await made.page.evaluate(
    (src) => {
      const sibling = document.createElement('iframe')
      sibling.id = 'sibling'
      sibling.src = src ?? ''
      document.body.append(sibling)
    },
    await made.page.locator('kefu-chat iframe').getAttribute('src')
  )
  await made.page
    .frameLocator('#sibling')
    .locator('body')
    .evaluate(() => window.parent.postMessage({ kefu: 'close' }, '*'))
  await made.page.waitForTimeout(300)
  expect(await made.page.locator('kefu-chat .frame:not([hidden])').count()).toBe(1)
  expect(await made.page.locator('kefu-chat .count').textContent()).not.toBe('99')
  expect(JSON.stringify(await made.page.evaluate(() => Reflect.get(window, 'heard')))).not.toContain(token)
  expect(await made.page.locator('kefu-chat iframe').getAttribute('src')).not.toContain(token)
  expect(
    bench.house.core.db
      .query('select * from visitors')
      .all()
      .map((row) => JSON.stringify(row))
      .join()
  ).not.toContain(token)
}, 30_000)
