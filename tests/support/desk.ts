import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { House } from '#src/house.ts'
import { setUp } from '#src/install/index.ts'
import { openSession, type Person } from '#src/people/index.ts'
import { usualConfig } from '#src/platform/config.ts'
import { createLog } from '#src/platform/log.ts'
import { type Serving, startServing } from '#src/serving.ts'
import type { Site } from '#src/sites/index.ts'
import { hire } from './chat.ts'
import { TestVisitor } from './visitor.ts'

/** The appliance on a port of its own with a shop and two agents, and a browser to look at it with. */
export type DeskBench = {
  readonly house: House
  site: Site
  owner: Person
  hua: Person
  browser: Browser
  /** Lines of the log that a running house should not write. */
  faults: string[]
  /** A signed-in page of somebody, in a context of its own unless one is given. */
  enter(person: Person, how?: { path?: string; context?: BrowserContext; width?: number }): Promise<Desk>
  visitor(more?: { title?: string; address?: string }): Promise<TestVisitor>
  /** The process ends in order and another begins on the same port and folder; `between` happens before it listens. */
  restart(between?: (house: House) => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** What went wrong in it stands in `complaints`: errors in the console, violations of the policy, thrown errors. */
export type Desk = { page: Page; context: BrowserContext; complaints: string[] }

const by = { kind: 'command', id: null, address: null, agent: null } as const
const words = {
  nickname: '陈屿',
  email: 'chen@tea.example',
  passwordHash: 'none',
  siteName: '山间茶事',
  siteUrl: 'https://tea.example',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  publicUrl: null
}

export async function openDesk(): Promise<DeskBench> {
  const data = mkdtempSync(join(tmpdir(), 'kefu-desk-'))
  const faults: string[] = []
  const log = createLog((line) => void (line.includes('"fault"') && faults.push(line)))
  const config = { ...usualConfig, host: '127.0.0.1', port: 0, data, visitorMessagesPerMinute: 100_000 }
  let serving: Serving = await startServing(config, log)
  config.port = Number(new URL(serving.url).port)
  const { core } = serving.house
  const { owner, site } = await core.transact(() => setUp(core, by, words))
  const hua = await hire(core, '阿华', 'hua@tea.example')
  const browser = await openBrowser()
  const url = `http://127.0.0.1:${config.port}`

  return {
    get house() {
      return serving.house
    },
    site,
    owner,
    hua,
    browser,
    faults,
    async enter(person, { path = '/conversations', context, width = 1280 } = {}) {
      const own = context ?? (await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN' }))
      const { house } = serving
      const { token } = await house.core.transact(() => openSession(house.core, person.id, { address: '127.0.0.1', agent: 'test' }, false))
      if (!context) await own.addCookies([{ name: 'sid', value: token, url }])
      const page = await own.newPage()
      page.setDefaultTimeout(12_000)
      const complaints: string[] = []
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(url + path)
      await page.waitForFunction(() => document.body.dataset.live === 'yes')
      return { page, context: own, complaints }
    },
    async visitor({ title = '盖碗', address = '203.0.113.7' } = {}) {
      const visitor = new TestVisitor(serving.house, { address })
      await visitor.hello(site.key, { title })
      return visitor
    },
    async restart(between) {
      await serving.stop()
      serving = await startServing(config, log, between)
    },
    async close() {
      await browser.close()
      await serving.stop()
      rmSync(data, { recursive: true, force: true })
    }
  }
}

function openBrowser(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', ...quiet] })
}
