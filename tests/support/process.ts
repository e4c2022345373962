import { Database } from 'bun:sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Subprocess, spawn } from 'bun'

/** The program as its own process over a folder of its own, which can be ended in every way and started again. */
export type Program = {
  url: string
  folder: string
  /** What it printed since it was last started. */
  printed(): string
  start(): Promise<void>
  /** Null when it does not run. */
  pid(): number | null
  /** Ends it with a signal; gives the exit code. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number>
  command(args: string[], input?: string): Promise<{ code: number; printed: string; complained: string }>
  /** A look into the file from outside. */
  read<Row>(sql: string): Row[]
  remove(): Promise<void>
}

const root = join(import.meta.dir, '../..')
/** Starting from source takes a second on a busy machine; this is only when to give up. */
const patience = 20_000

/** How it is started: from source, or the executable that the step `compile` made, in a folder where nothing else lies. */
export type Way = { command: string[]; cwd: string | null }
export const fromSource: Way = { command: [process.execPath, join(root, 'src/main.ts')], cwd: root }
export const executable: Way = { command: [join(root, 'dist/kefu')], cwd: null }

export async function program(options: string[] = [], { command, cwd }: Way = fromSource): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-test-'))
  const data = join(folder, 'data')
  const port = await freePort()
  const url = `http://localhost:${port}`
  let child: Subprocess<'ignore', 'pipe', 'pipe'> | null = null
  let output = ''

  async function start(): Promise<void> {
    output = ''
    const made = spawn([...command, 'serve', '--port', String(port), '--data', data, ...options], {
      cwd: cwd ?? folder,
      stdin: 'ignore',
      stdout: 'pipe',
      stderr: 'pipe'
    })
    child = made
    void gather(made.stdout)
    void gather(made.stderr)
    const end = performance.now() + patience
    while (!(await answers(url))) {
      if (made.exitCode !== null || performance.now() > end) throw new Error(`it did not start: ${output}`)
      await Bun.sleep(10)
    }
  }

  async function gather(stream: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder()
    for await (const piece of stream as unknown as AsyncIterable<Uint8Array>) output += decoder.decode(piece, { stream: true })
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number> {
    if (!child) return 0
    child.kill(signal)
    const code = await child.exited
    child = null
    return code
  }

  return {
    url,
    folder,
    printed: () => output,
    start,
    pid: () => (child?.exitCode === null ? child.pid : null),
    end,
    async command(args, input = '') {
      const made = spawn([process.execPath, join(root, 'src/main.ts'), ...args, '--data', data], {
        cwd: root,
        stdin: new Blob([input]),
        stdout: 'pipe',
        stderr: 'pipe'
      })
      const [printed, complained, code] = await Promise.all([new Response(made.stdout).text(), new Response(made.stderr).text(), made.exited])
      return { code, printed, complained }
    },
    read<Row>(sql: string): Row[] {
      const db = new Database(join(data, 'kefu.db'), { readonly: true })
      try {
        return db.query<Row, []>(sql).all()
      } finally {
        db.close()
      }
    },
    async remove() {
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    (answer) => answer.ok,
    () => false
  )
}

async function freePort(): Promise<number> {
  const server = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
  const { port } = server
  server.stop(true)
  return port
}
