import { askWorker } from '#src/platform/workers.ts'

/** The first damage found in the whole file, or null. Takes some seconds per gigabyte, elsewhere. */
export function wholeFileDamage(file: string): Promise<string | null> {
  return askWorker<string | null>('upkeep/integrity.worker.ts', file)
}
