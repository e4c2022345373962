import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { quantile } from './support/numbers.ts'

/** What one bare write and sync of 4 KiB costs on this disk, in ms. */
export function measureSync(times = 300): { p50: number; p99: number } {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-fsync-'))
  const file = openSync(join(folder, 'file'), 'w')
  const took = Array.from({ length: times }, () => {
    const before = performance.now()
    writeSync(file, Buffer.alloc(4_096, 1))
    fsyncSync(file)
    return performance.now() - before
  })
  closeSync(file)
  rmSync(folder, { recursive: true })
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99) }
}
