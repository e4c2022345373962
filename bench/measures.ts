import { statSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from 'bun'
import { runLoad } from './delivery.ts'
import { type Appliance, executable, residentBytes, startAppliance } from './support/appliance.ts'
import { openAgent } from './support/clients.ts'
import { kilobytes, megabytes, ms, perSecond, quantile, ratio } from './support/numbers.ts'

export type Line = { what: string; ours: string; bare: string; ratio: string; aim: string }

const root = join(import.meta.dir, '..')

/** Size of the executable, start to the first 200, memory idle with the data of places. */
export async function measureStart(): Promise<Line[]> {
  const starts: number[] = []
  let idle = 0
  for (let i = 0; i < 5; i++) {
    const appliance = await startAppliance()
    starts.push(appliance.started)
    await Bun.sleep(1_500)
    idle = appliance.memory()
    await appliance.stop()
  }
  const bare = await startBare()
  const bareIdle = residentBytes(bare.pid)
  bare.stop()
  const bun = statSync(process.execPath).size
  const size = statSync(executable).size
  return [
    { what: 'Executable', ours: megabytes(size), bare: `${megabytes(bun)} (bun itself)`, ratio: ratio(size, bun), aim: '≤ 140 MB' },
    {
      what: 'Start to first 200 (median of 5)',
      ours: ms(quantile(starts, 0.5)),
      bare: `${ms(bare.started)} (bare relay)`,
      ratio: ratio(quantile(starts, 0.5), bare.started),
      aim: '≤ 150 ms'
    },
    { what: 'Memory idle, RSS', ours: megabytes(idle), bare: megabytes(bareIdle), ratio: ratio(idle, bareIdle), aim: '≤ 110 MB' }
  ]
}

/** Visitor → agent, on disk before it is shown: from sending to the fragment at the agent's socket. */
export async function measureDelivery(): Promise<Line[]> {
  const lines: Line[] = []
  for (const rate of [100, 1_000]) {
    const appliance = await startAppliance()
    const ages: number[] = []
    const load = await runLoad(appliance.url, appliance.site, { visitors: 20, rate, seconds: 8 }, () => watchThreads(appliance, 20, (age) => ages.push(age)))
    const bare = await startBare()
    const relayed = await runLoad(bare.url, 'bare', { visitors: 20, rate, seconds: 4 })
    bare.stop()
    await appliance.stop()
    lines.push(
      {
        what: `Visitor → agent, durable, at ${rate}/s (p50 / p99)`,
        ours: `${ms(quantile(ages, 0.5))} / ${ms(quantile(ages, 0.99))}`,
        bare: `${ms(quantile(relayed.latencies, 0.5))} / ${ms(quantile(relayed.latencies, 0.99))} (ack)`,
        ratio: ratio(quantile(ages, 0.5), quantile(relayed.latencies, 0.5)),
        aim: rate === 1_000 ? 'p50 ≤ 5 ms, p99 ≤ 25 ms' : ''
      },
      {
        what: `Acknowledged to the visitor at ${rate}/s (p50 / p99)`,
        ours: `${ms(quantile(load.latencies, 0.5))} / ${ms(quantile(load.latencies, 0.99))}`,
        bare: `${ms(quantile(relayed.latencies, 0.5))} / ${ms(quantile(relayed.latencies, 0.99))}`,
        ratio: ratio(quantile(load.latencies, 0.5), quantile(relayed.latencies, 0.5)),
        aim: ''
      }
    )
  }
  return lines
}

/** A hundred visitors as fast as acknowledgements come, five agents' pages showing one thread each. */
export async function measureThroughput(seconds = 10): Promise<Line[]> {
  const appliance = await startAppliance()
  const load = await runLoad(appliance.url, appliance.site, { visitors: 100, rate: 0, seconds }, () => watchThreads(appliance, 5, () => {}))
  await appliance.stop()
  const bare = await startBare()
  const relayed = await runLoad(bare.url, 'bare', { visitors: 100, rate: 0, seconds })
  bare.stop()
  const [ours, theirs] = [load.acked / load.seconds, relayed.acked / relayed.seconds]
  return [
    {
      what: 'Durable messages, 100 visitors, 5 threads shown',
      ours: perSecond(ours),
      bare: perSecond(theirs),
      ratio: ratio(ours, theirs),
      aim: '≥ 10,000/s and ≥ 0.5×'
    }
  ]
}

/** What an idle visitor with ten pages behind them costs, limiter included. */
export async function measureVisitors(count = 10_000): Promise<Line[]> {
  const appliance = await startAppliance()
  const empty = appliance.memory()
  const held = await hold(appliance.url, appliance.site, count)
  await Bun.sleep(3_000)
  const each = (appliance.memory() - empty) / count
  const list = await measureList(appliance)
  for (const one of held) one.end()
  await appliance.stop()
  const bare = await startBare()
  const bareEmpty = residentBytes(bare.pid)
  const bareHeld = await hold(bare.url, 'bare', count)
  await Bun.sleep(1_000)
  const bareEach = (residentBytes(bare.pid) - bareEmpty) / count
  for (const one of bareHeld) one.end()
  bare.stop()
  return [
    {
      what: `Memory per idle visitor at ${count.toLocaleString('en')}`,
      ours: kilobytes(each),
      bare: kilobytes(bareEach),
      ratio: ratio(each, bareEach),
      aim: '≤ 8 KB and ≤ 5×'
    },
    ...list
  ]
}

/** The visitor list with everybody there: a page of it as the agent's browser asks for it, in five orders. */
async function measureList(appliance: Appliance): Promise<Line[]> {
  const agent = await openAgent(appliance.url)
  const took: number[] = []
  for (let i = 0; i < 100; i++) {
    const sort = ['entered', 'place', 'page', 'stay', 'name'][i % 5]
    const before = performance.now()
    await agent.get(`/visitors?sort=${sort}`)
    took.push(performance.now() - before)
  }
  return [
    {
      what: 'Visitor list at 10,000, a whole page (p50 / p99)',
      ours: `${ms(quantile(took, 0.5))} / ${ms(quantile(took, 0.99))}`,
      bare: '',
      ratio: '',
      aim: 'p99 ≤ 20 ms at 20,000'
    }
  ]
}

/** What a shop's page loads before a click, and what the window needs until the first message can be sent. */
export async function measureBytes(): Promise<Line[]> {
  const gz = async (name: string) => Bun.gzipSync(new Uint8Array(await Bun.file(join(root, 'public/built', name)).arrayBuffer()), { level: 9 }).byteLength
  const loader = await gz('loader.js')
  const window = (await gz('chat.js')) + (await gz('chat.css'))
  return [
    { what: 'Loader, gzipped', ours: kilobytes(loader), bare: '', ratio: '', aim: '≤ 12 KB' },
    { what: 'Window until the first message (script and style), gzipped', ours: kilobytes(window), bare: '', ratio: '', aim: '≤ 45 KB' }
  ]
}

/** Agents' pages that show one thread each; `hear` gets the age in ms of every message that arrives. */
async function watchThreads(appliance: Appliance, threads: number, hear: (age: number) => void): Promise<void> {
  const agent = await openAgent(appliance.url)
  for (let thread = 1; thread <= threads; thread++) {
    // Lists carry the last words too, at most twice a second: only what goes into the thread counts.
    await agent.open(`/conversations/${thread}`, (text) => {
      if (!text.includes('by-seq')) return
      for (const [, at] of text.matchAll(/@(\d{13})/g)) hear(Date.now() - Number(at))
    })
  }
}

type Held = { end(): void }

async function hold(url: string, site: string, count: number): Promise<Held[]> {
  const each = Math.ceil(count / 2)
  return Promise.all([0, 1].map((part) => holdPart(url, site, part * each, each)))
}

async function holdPart(url: string, site: string, first: number, count: number): Promise<Held> {
  const child = spawn([process.execPath, join(import.meta.dir, 'hold.ts'), url, site, String(first), String(count), '10'], {
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'inherit'
  })
  await child.stdout.getReader().read()
  return { end: () => void child.kill() }
}

type Bare = { url: string; pid: number; started: number; stop(): void }

async function startBare(): Promise<Bare> {
  const before = performance.now()
  const child = spawn([process.execPath, join(import.meta.dir, 'baseline/relay.ts')], { stdout: 'pipe', stderr: 'inherit' })
  const { value } = await child.stdout.getReader().read()
  const url = `http://127.0.0.1:${Number(new TextDecoder().decode(value))}`
  await fetch(url)
  return { url, pid: child.pid, started: performance.now() - before, stop: () => void child.kill() }
}
