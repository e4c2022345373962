import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenHouse } from './house.ts'

/**
 * The one address that makes an owner, for whoever sits at the machine: printed, and in a file that only the data's
 * owner can read, for a service whose output nobody sees. The file goes with set-up. Null when there is an owner.
 */
export function keepSetupLink({ core, config, storage, shownCode }: OpenHouse, url: string): string | null {
  const file = join(storage.folder.path, 'kefu.setup-link')
  rmSync(file, { force: true })
  if (shownCode === null) return null
  const link = `${config.publicUrl ?? url}/setup?code=${shownCode}`
  writeFileSync(file, `${link}\n`, { mode: 0o600 })
  core.listen((happened) => {
    if (happened.kind === 'set-up') rmSync(file, { force: true })
  })
  return link
}
