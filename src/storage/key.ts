import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { badConfiguration } from '#src/platform/exit.ts'
import { writeDurably } from './durable-write.ts'
import type { DataFolder } from './folder.ts'

const keyBytes = 32

/**
 * The key that seals passwords and signing secrets for outside services: 256 random bits, made once, in a file of its
 * own because it must never travel in a backup. Throws CannotRun 78 when the file holds something else.
 */
export function openKey(folder: DataFolder): Uint8Array {
  if (!existsSync(folder.key)) writeDurably(folder.key, randomBytes(keyBytes))
  const key = new Uint8Array(readFileSync(folder.key))
  if (key.length === keyBytes) return key
  throw badConfiguration(
    `${folder.key} has ${key.length} bytes instead of ${keyBytes}. Put the right one back, or remove it: then secrets for outside services are entered anew.`
  )
}
