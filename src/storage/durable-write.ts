import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a small file so that after a power cut there is all of it or none. Readable by its owner only. */
export function writeDurably(file: string, content: Uint8Array | string): void {
  const partial = `${file}.partial`
  rmSync(partial, { force: true })
  const handle = openSync(partial, 'wx', 0o600)
  try {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameDurably(partial, file)
}

/** A rename is on disk only when its folder is. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to)
  syncFolder(dirname(to))
}

function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  syncFile(path)
}

export function syncFile(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
