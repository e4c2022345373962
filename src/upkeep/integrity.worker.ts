import { firstDamage, openReadOnly } from '#src/storage/index.ts'

/** Reads the whole file beside the main thread; given its path, answers with the first damage or null. */

declare const self: Worker

self.onmessage = ({ data: file }: MessageEvent<string>) => {
  const db = openReadOnly(file)
  const damage = firstDamage(db, 'integrity_check')
  db.close()
  self.postMessage(damage)
}
