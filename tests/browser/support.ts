import type { BrowserContext, BrowserContextOptions, FrameLocator, Page } from 'playwright-core'
import { type Conversation, closeConversation, conversationById, markReadBy, replyTo } from '#src/conversations/index.ts'
import { type DeskBench, openDesk } from '#tests/support/desk.ts'
import { newKey } from '#tests/support/visitor.ts'

/** A visitor's page with the widget in it. `complaints`: console errors, violations of any policy, thrown errors. */
export type Visit = {
  page: Page
  context: BrowserContext
  chat: FrameLocator
  complaints: string[]
  open(): Promise<void>
  write(text: string): Promise<void>
  texts(): Promise<string[]>
}

export type VisitOptions = { path?: string; context?: BrowserContext; how?: BrowserContextOptions; before?: () => void; at?: 'strict' | 'demo' }

/** The real appliance, a stranger's shop with a strict policy on another origin, and a browser. */
export type WidgetBench = DeskBench & {
  url: string
  shopUrl: string
  visit(options?: VisitOptions): Promise<Visit>
  /** Agents as the console would act for them. */
  reply(text: string): Promise<void>
  read(): Promise<void>
  end(): Promise<void>
  /** Everybody goes home, or somebody is there again. */
  staff(here: boolean): Promise<void>
  entries(): { kind: string; body: string | null }[]
}

/** A browser that says it is headless counts as a crawler and sees nothing. */
export const userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'

export async function openWidget(): Promise<WidgetBench> {
  const desk = await openDesk()
  const { site, hua, browser } = desk
  // Another one after each restart.
  const core = () => desk.house.core
  const url = `http://127.0.0.1:${desk.house.config.port}`
  const shop = openStrictShop(url, site.key)
  await core().transact(() => {
    core().db.query('insert into site_origins (site_id, origin, added_at) values (?, ?, 1)').run(site.id, shop.url)
    core().announce({ kind: 'site-changed', site: site.id })
  })
  // A real page of an agent keeps the shop staffed.
  await desk.enter(desk.owner)
  const newest = (): Conversation => {
    const { id } = core().db.query<{ id: number }, []>('select max(id) as id from conversations').get() ?? { id: 0 }
    const conversation = conversationById(core(), id)
    if (!conversation) throw new Error('nobody has spoken yet')
    return conversation
  }

  async function visit({ path = '/', context, how, before, at = 'strict' }: VisitOptions = {}): Promise<Visit> {
    const own = context ?? (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN', userAgent, ...how }))
    own.setDefaultTimeout(8_000)
    if (before) await own.addInitScript(before)
    const page = await own.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(at === 'demo' ? `${url}/demo${path === '/' ? '' : path}` : shop.url + path)
    const chat = page.frameLocator('kefu-chat iframe')
    return {
      page,
      context: own,
      chat,
      complaints,
      async open() {
        await page.locator('kefu-chat .launch').click()
        await chat.locator('.kf-head').waitFor()
      },
      async write(text) {
        await chat.locator('.kf-write textarea').fill(text)
        await chat.locator('.kf-write textarea').press('Enter')
      },
      texts: () => chat.locator('.kf-item:not(.waiting) .kf-m bdi').allInnerTexts()
    }
  }

  return {
    ...desk,
    get house() {
      return desk.house
    },
    url,
    shopUrl: shop.url,
    visit,
    async reply(text) {
      await core().transact(() => replyTo(core(), newest(), hua, { key: newKey(), text, file: null }, { acceptBy: 'first-reply', reachable: () => true }))
    },
    read: () => core().transact(() => markReadBy(core(), newest(), hua, newest().seq)),
    end: () => core().transact(() => closeConversation(core(), newest(), hua)),
    async staff(here) {
      await core().transact(() => {
        core()
          .db.query('update people set status = ?')
          .run(here ? 'online' : 'offline')
        for (const person of [desk.owner, hua]) core().announce({ kind: 'person-changed', person: person.id })
      })
    },
    entries: () => core().db.query<{ kind: string; body: string | null }, []>('select kind, body from entries order by id').all(),
    async close() {
      shop.close()
      await desk.close()
    }
  }
}

/** Only what the handbook asks of a shop is allowed: our script, our address for fetch and socket, our frames. */
function openStrictShop(kefu: string, key: string): { url: string; close(): void } {
  const policy = `default-src 'none'; script-src ${kefu}; connect-src ${kefu} ${kefu.replace('http', 'ws')}; frame-src ${kefu}`
  const page = (
    site: string
  ) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A strict shop</title>
    <h1>A strict shop</h1><p>${'tea '.repeat(300)}</p><a href="/two">two</a><script async src="${kefu}/w.js" data-site="${site}"></script>`
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch({ url }) {
      const { pathname, searchParams } = new URL(url)
      if (pathname === '/favicon.ico') return new Response(null, { status: 204 })
      return new Response(page(searchParams.get('site') ?? key), { headers: { 'content-type': 'text/html', 'content-security-policy': policy } })
    }
  })
  return { url: `http://127.0.0.1:${server.port}`, close: () => void server.stop(true) }
}
