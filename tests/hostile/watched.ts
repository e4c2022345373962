import { expect } from 'bun:test'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { Person } from '#src/people/index.ts'
import { chromium as findChromium } from '#tests/support/chromium.ts'
import { type OpenPort, openPort } from './open-port.ts'
import { hostileStrings } from './strings.ts'

/**
 * The appliance and a browser that tells everything it should not do: requests to anybody but us, violations of the policy (an
 * escaping bug even if the policy saved us), errors. The hostile strings call a canary, which listens.
 */
export type Watched = {
  port: OpenPort
  strings: string[]
  /** Requests that nobody should have made, and what pages complained about. */
  asked: string[]
  complaints: string[]
  context(address: string, options?: BrowserContextOptions): Promise<BrowserContext>
  agent(person: Person, address: string): Promise<BrowserContext>
  page(path: string, context: BrowserContext): Promise<Page>
  /** Another origin that may be asked. */
  allow(origin: string): void
  expectClean(page: Page, where: string): Promise<void>
  close(): Promise<void>
}

export async function openWatched(): Promise<Watched> {
  const asked: string[] = []
  const complaints: string[] = []
  const canary = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch({ url }) {
      asked.push(url)
      return new Response('', { headers: { 'access-control-allow-origin': '*' } })
    }
  })
  const port = await openPort({ visitorMessagesPerMinute: 10_000 })
  const browser: Browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox', '--disable-gpu'] })
  const allowed = new Set([port.url])

  async function context(address: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const made = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'zh-CN',
      extraHTTPHeaders: { 'x-forwarded-for': address },
      ...options
    })
    made.setDefaultTimeout(15_000)
    await made.exposeBinding('violated', ({ page }, what: string) => void complaints.push(`${page.url()}: ${what}`))
    await made.addInitScript(() => {
      const tell = (window as unknown as { violated(what: string): void }).violated
      document.addEventListener('securitypolicyviolation', (event) => tell(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`))
      window.alert = () => tell('alert')
    })
    made.on('request', (request) => {
      const { origin, pathname, protocol } = new URL(request.url())
      if (/^https?:$/.test(protocol) && (!allowed.has(origin) || pathname.startsWith('/canary'))) asked.push(request.url())
    })
    made.on('page', (page) => {
      page.on('pageerror', (error) => void complaints.push(`${page.url()}: ${error.message}`))
      page.on('console', (message) => void (message.text().includes('Content Security Policy') && complaints.push(`${page.url()}: ${message.text()}`)))
    })
    return made
  }

  return {
    port,
    strings: hostileStrings(`http://127.0.0.1:${canary.port}`),
    asked,
    complaints,
    context,
    async agent(person, address) {
      const made = await context(address)
      const [name = '', value = ''] = (await port.cookie(person)).split('=')
      await made.addCookies([{ name, value, url: port.url }])
      return made
    },
    async page(path, within) {
      const page = await within.newPage()
      await open(page, port.url + path)
      return page
    },
    allow: (origin) => void allowed.add(origin),
    async expectClean(page, where) {
      for (const frame of page.frames()) {
        const suspects = frame.locator('[canary], base, meta[http-equiv], iframe[srcdoc], script:not([src])')
        const made = await suspects.evaluateAll((elements) => elements.map((element) => element.outerHTML.slice(0, 200)))
        expect({ where, made }).toEqual({ where, made: [] })
      }
      expect({ where, asked, complaints }).toEqual({ where, asked: [], complaints: [] })
    },
    async close() {
      await browser.close()
      await port.close()
      await canary.stop(true)
    }
  }
}

/** A page of the console is there when its socket is. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.waitForFunction(() => document.body.dataset.live === 'yes' || document.body.dataset.tab === undefined)
}

/** The page's text, its fields and titles included, as a reader finds it; whitespace counts once. */
export async function textOf(page: Page): Promise<string> {
  const all = await page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(({ value }) => value)
    const titles = [...document.querySelectorAll('[title]')].map((element) => element.getAttribute('title') ?? '')
    return [document.title, document.body.textContent ?? '', ...fields, ...titles].join('\n')
  })
  return asRead(all)
}

export const asRead = (text: string): string => text.replace(/\s+/g, ' ').trim()
