import { version as number } from '#src/platform/version.ts'
import type { Command } from './command.ts'
import { dataOption } from './serve-options.ts'

export const version: Command = {
  name: 'version',
  says: 'Prints the version of this program.',
  options: [dataOption],
  async run(_given, { print }) {
    print(`kefu ${number}`)
    return 0
  }
}
