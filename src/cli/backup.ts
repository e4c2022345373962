import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { usualConfig } from '#src/platform/config.ts'
import { badConfiguration, CannotRun, exits } from '#src/platform/exit.ts'
import { actAsOwner, folderAt, writeBackup } from '#src/storage/index.ts'
import type { Command } from './command.ts'
import { dataOption } from './serve-options.ts'

export const backup: Command = {
  name: 'backup',
  says: 'Writes everything into one file; the appliance may go on running.',
  words: 'FILE',
  options: [dataOption],
  async run(given, { print }) {
    const [file] = given.words
    if (!file) throw badConfiguration('Say where to: kefu backup FILE')
    const target = resolve(file)
    if (existsSync(target)) throw badConfiguration(`${target} exists already. A backup never overwrites anything; choose another name.`)
    const folder = folderAt(given.one('data') ?? usualConfig.data)
    if (!existsSync(folder.db)) throw new CannotRun(exits.folder, `There is no ${folder.db} to back up. Say where the data is with --data.`)
    actAsOwner(folder)
    const bytes = await writeBackup(folder, target)
    print(`${target}: ${(bytes / 1024 / 1024).toFixed(1)} MB, checked.`)
    return 0
  }
}
