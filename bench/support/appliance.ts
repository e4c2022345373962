import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'bun'

const root = join(import.meta.dir, '../..')
export const executable = join(root, 'dist/kefu')

export type Appliance = {
  url: string
  site: string
  folder: string
  /** Milliseconds from spawning to the first 200 of /healthz. */
  started: number
  /** Resident memory in bytes. */
  memory(): number
  cpu(): number
  stop(): Promise<void>
}

export const owner = { email: 'owner@bench.example', password: 'a long bench password' }
export const origin = 'https://shop.bench.example'

/** The built executable over a fresh folder, set up by its own command, believing the forwarding header of this machine. */
export async function startAppliance({ port = 0, messagesPerMinute = 1_000_000 } = {}): Promise<Appliance> {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-bench-'))
  const chosen = port || (await freePort())
  const url = `http://localhost:${chosen}`
  await setUp(folder)
  const before = performance.now()
  const args = ['serve', '--port', String(chosen), '--data', join(folder, 'data'), '--trusted-proxy', '127.0.0.1/32', '--trusted-proxy', '::1/128']
  const child = spawn([executable, ...args, '--visitor-messages-per-minute', String(messagesPerMinute)], {
    cwd: folder,
    stdout: 'ignore',
    stderr: Bun.file(join(folder, 'log'))
  })
  await healthy(url)
  const started = performance.now() - before
  return {
    url,
    site: siteKey(folder),
    folder,
    started,
    memory: () => residentBytes(child.pid),
    cpu: () => cpuMs(child.pid),
    async stop() {
      child.kill('SIGTERM')
      await child.exited
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

async function setUp(folder: string): Promise<void> {
  const args = ['setup', '--data', join(folder, 'data'), '--email', owner.email, '--name', 'Owner', '--site', 'Shop', '--origin', origin, '--language', 'en']
  const child = spawn([executable, ...args], { cwd: folder, stdin: new Blob([`${owner.password}\n`]), stdout: 'pipe', stderr: 'pipe' })
  if ((await child.exited) !== 0) throw new Error(`kefu setup: ${await new Response(child.stderr).text()}`)
}

function siteKey(folder: string): string {
  const { Database } = require('bun:sqlite') as typeof import('bun:sqlite')
  const db = new Database(join(folder, 'data/kefu.db'), { readonly: true })
  const key = db.query<{ key: string }, []>('select key from sites').get()?.key
  db.close()
  if (!key) throw new Error('no site')
  return key
}

async function healthy(url: string): Promise<void> {
  for (let i = 0; i < 4_000; i++) {
    const ok = await fetch(`${url}/healthz`).then(
      (answer) => answer.ok,
      () => false
    )
    if (ok) return
    await Bun.sleep(1)
  }
  throw new Error('the appliance did not start')
}

async function freePort(): Promise<number> {
  const server = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
  const { port } = server
  server.stop(true)
  return port
}

export function residentBytes(pid: number): number {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+) kB/)
  return Number(line?.[1] ?? 0) * 1024
}

/** User and system time so far, in ms; a tick of the clock is 10 ms on Linux. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}
