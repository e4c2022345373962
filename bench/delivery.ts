import { join } from 'node:path'
import { spawn } from 'bun'

export type Load = { sent: number; acked: number; seconds: number; unanswered: number; latencies: number[] }

/** Runs the load in its own process; `between` runs after every sender's first message and before the measured part. */
export async function runLoad(
  url: string,
  site: string,
  { visitors, rate, seconds }: { visitors: number; rate: number; seconds: number },
  between?: () => Promise<void>
): Promise<Load> {
  const args = [url, site, visitors, rate, seconds, between ? 'wait' : 'go'].map(String)
  const child = spawn([process.execPath, join(import.meta.dir, 'load.ts'), ...args], { stdin: 'pipe', stdout: 'pipe', stderr: 'inherit' })
  const lines = linesOf(child.stdout as unknown as AsyncIterable<Uint8Array>)
  if ((await lines.next()).value !== 'ready') throw new Error('the load did not begin')
  if (between) {
    await between()
    child.stdin.write('go\n')
    child.stdin.flush()
  }
  const last = (await lines.next()).value
  await child.exited
  if (!last) throw new Error('the load ended without a word')
  return JSON.parse(last) as Load
}

async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string, undefined> {
  let rest = ''
  const decoder = new TextDecoder()
  for await (const piece of stream) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line
  }
  return undefined
}
