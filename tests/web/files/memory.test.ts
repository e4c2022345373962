import { expect, test } from 'bun:test'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { png } from '#tests/support/files.ts'

const megabyte = 1_048_576
const atOnce = 8

test('eight uploads of 12 MB at once cost little memory', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-memory-'))
  const child = Bun.spawn([process.execPath, join(import.meta.dir, 'serving.ts'), join(folder, 'kefu.db')], { stdout: 'pipe', stderr: 'inherit' })
  try {
    const { value } = await child.stdout.getReader().read()
    const url = `http://127.0.0.1:${Buffer.from(value ?? [])
      .toString()
      .trim()}`
    await Promise.all(Array.from({ length: atOnce }, () => send(url, png())))
    // Fills SQLite's page cache (16 MB), which stays that size whatever comes.
    await send(url, png(1, 1, 20 * megabyte))
    const before = peakOf(child.pid)
    const picture = png(1, 1, 12 * megabyte)
    expect(await Promise.all(Array.from({ length: atOnce }, () => send(url, picture)))).toEqual(Array(atOnce).fill(200))
    const grown = peakOf(child.pid) - before
    // The files are 96 MB; 20 to 25 MB were seen on a quiet machine, 37 on a busy one.
    expect(grown).toBeLessThan(48 * megabyte)
  } finally {
    child.kill()
    await child.exited
    rmSync(folder, { recursive: true })
  }
}, 60_000)

async function send(url: string, body: Uint8Array): Promise<number> {
  const response = await fetch(url, { method: 'POST', body: body as Uint8Array<ArrayBuffer>, headers: { 'x-file-name': 'a.png' } })
  await response.body?.cancel()
  return response.status
}

/** The most memory a process has held so far, in bytes. */
function peakOf(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) * 1_024
}
