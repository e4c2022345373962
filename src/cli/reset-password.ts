import { existsSync } from 'node:fs'
import { command } from '#src/audit/index.ts'
import { owner, type Person, people, resetPassword as reset } from '#src/people/index.ts'
import { usualConfig } from '#src/platform/config.ts'
import { badConfiguration } from '#src/platform/exit.ts'
import { type Core, folderAt } from '#src/storage/index.ts'
import type { Command } from './command.ts'
import { newPasswordHash } from './new-password.ts'
import type { Given } from './options.ts'
import { dataOption } from './serve-options.ts'
import { withCore } from './with-core.ts'

export const resetPassword: Command = {
  name: 'reset-password',
  says: 'Gives the owner, or the person with --email, the password that comes on standard input. Stop Kefu first.',
  options: [{ name: 'email', value: 'ADDRESS', says: 'Whose password; the owner without it' }, dataOption],
  async run(given, terminal) {
    refuseMissingData(given)
    return withCore(given, async (core) => {
      const person = personIn(core, given.one('email'))
      const hash = await newPasswordHash(terminal, [person.email, person.nickname])
      await core.transact(() => reset(core, command, person.id, hash))
      terminal.print(
        `${person.nickname} (${person.email ?? person.phone}) has a new password, is signed out everywhere, and chooses another at the next sign-in.`
      )
      return 0
    })
  }
}

/** Otherwise the wrong folder would be made into an empty appliance. */
function refuseMissingData(given: Given): void {
  const { db } = folderAt(given.one('data') ?? usualConfig.data)
  if (!existsSync(db)) throw badConfiguration(`There is no ${db}. Say where the data is with --data.`)
}

function personIn(core: Core, email: string | null): Person {
  if (email === null) {
    const first = owner(core)
    if (first) return first
    throw badConfiguration('This appliance has no owner yet. Start it and open the set-up link that it prints.')
  }
  const found = people(core).find((person) => person.email === email.trim().toLowerCase())
  if (found) return found
  throw badConfiguration(`Nobody has the e-mail address ${email}.`)
}
