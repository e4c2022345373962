import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The program as people get it. The step `compile` makes it; alone: bun run build. */
export const kefu = join(import.meta.dir, '../../dist/kefu')
if (!existsSync(kefu)) throw new Error(`${kefu} does not exist: bun run build makes it`)

export type Ran = { code: number; said: string; complained: string }
type How = { cwd: string; environment?: Record<string, string>; input?: string; patienceMs?: number }

/** Runs the executable to its end. Whoever serves longer than `patienceMs` is killed: code 137. */
export async function run(args: readonly string[], { cwd, environment = {}, input = '', patienceMs = 20_000 }: How): Promise<Ran> {
  const child = Bun.spawn([kefu, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdin: new Blob([input]),
    stdout: 'pipe',
    stderr: 'pipe',
    timeout: patienceMs,
    killSignal: 'SIGKILL'
  })
  const [said, complained, code] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text(), child.exited])
  return { code, said, complained }
}
