import { afterAll, beforeAll, expect, test } from 'bun:test'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { fileByPublicId } from '#src/files/index.ts'
import { fileSlots, serveFile } from '#src/web/files/index.ts'
import { chromium } from '#tests/support/chromium.ts'
import { type Bench, openBench } from '#tests/support/core.ts'
import { bytesOf, gif, pdf } from '#tests/support/files.ts'
import { openShop } from '#tests/support/shop.ts'
import { store } from '#tests/support/stored-files.ts'

const act = "top.postMessage('ran', '*'); document.title = 'ran'; window.ran = 1"
const polyglot = gif(5, 4, `=1;${act}//`)
polyglot.set(bytesOf('/*'), 6)

/** Files that would act if a browser took them for what they are; the last ones never pass our door, and are put behind it by hand. */
const hostile: [name: string, bytes: Uint8Array, forced: string | null][] = [
  ['picture.gif', polyglot, null],
  ['script.pdf', pdf(`1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj`), null],
  ['note.txt', bytesOf(`${act};//<script>${act}</script>`), null],
  ['page.html', bytesOf(`<!doctype html><script>${act}</script>`), 'text/html'],
  ['page.xhtml', bytesOf(`<html xmlns="http://www.w3.org/1999/xhtml"><script>${act}</script></html>`), 'application/xhtml+xml'],
  ['drawing.svg', bytesOf(`<svg xmlns="http://www.w3.org/2000/svg"><script>${act}</script></svg>`), 'image/svg+xml'],
  ['code.js', bytesOf(act), 'text/javascript']
]

let bench: Bench
let server: Bun.Server<undefined>
let browser: Browser
const addresses: string[] = []

beforeAll(async () => {
  bench = openBench()
  const shop = await openShop(bench.core)
  const upload = { siteId: shop.site, uploader: { kind: 'visitor', id: shop.visitors[0] }, conversationId: null } as const
  for (const [name, bytes, forced] of hostile) {
    const { publicId } = await store(bench.core, forced ? bytesOf('x') : bytes, forced ? 'a.txt' : name, upload)
    const id = fileByPublicId(bench.core, publicId)?.id ?? 0
    if (forced) force(id, name, bytes, forced)
    addresses.push(`/f/${publicId}`)
  }
  server = serve()
  browser = await playwright.launch({
    executablePath: chromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
  })
}, 30_000)
afterAll(async () => {
  await browser?.close()
  server?.stop(true)
  bench?.close()
})

function force(id: number, name: string, bytes: Uint8Array, type: string): void {
  bench.core.db.query('update files set name = ?, type = ?, bytes = ? where id = ?').run(name, type, bytes.length, id)
  bench.core.db.query('update file_chunks set bytes = ? where file_id = ?').run(bytes, id)
}

/** Pages of our own origin without any policy: only the files' own headers stand between them and a script. */
function serve(): Bun.Server<undefined> {
  const slots = fileSlots()
  return Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch(request) {
      const { pathname, searchParams } = new URL(request.url)
      const file = fileByPublicId(bench.core, pathname.slice(3))
      if (file) return serveFile(bench.core, slots, request, file, { name: 'test' })
      const page = `<!doctype html><script>addEventListener('message', () => { window.ran = 1 })</script>${searchParams.get('html') ?? ''}`
      return new Response(page, { headers: { 'content-type': 'text/html' } })
    }
  })
}

async function visit(path: string): Promise<boolean> {
  const page = await browser.newPage()
  try {
    await page.goto(`http://127.0.0.1:${server.port}${path}`).catch(() => null)
    await page.waitForTimeout(250)
    return await hasRun(page)
  } finally {
    await page.close()
  }
}

async function hasRun(page: Page): Promise<boolean> {
  const ran = await Promise.all(page.frames().map((frame) => frame.evaluate(() => 'ran' in window || document.title === 'ran').catch(() => false)))
  return ran.includes(true)
}

const embedded = (tag: (address: string) => string) => `/?html=${encodeURIComponent(addresses.map(tag).join(''))}`

test('the page that tries the files would notice a script', async () => {
  expect(await visit(`/?html=${encodeURIComponent(`<script>${act}</script>`)}`)).toBe(true)
}, 20_000)

test.each<[string, (address: string) => string]>([
  ['a script', (address) => `<script src="${address}"></script>`],
  ['a module', (address) => `<script type="module" src="${address}"></script>`],
  ['a frame', (address) => `<iframe src="${address}"></iframe>`],
  ['an object', (address) => `<object data="${address}"></object>`],
  ['an embedded thing', (address) => `<embed src="${address}">`],
  ['a picture', (address) => `<img src="${address}">`],
  ['a style sheet', (address) => `<link rel="stylesheet" href="${address}">`]
])(
  'no upload runs as %s',
  async (_, tag) => {
    expect(await visit(embedded(tag))).toBe(false)
  },
  20_000
)

test('no upload runs when it is opened by itself', async () => {
  for (const address of addresses) expect(await visit(address)).toBe(false)
}, 30_000)
