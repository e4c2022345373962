import { badConfiguration } from '#src/platform/exit.ts'
import { passwordProblem } from '#src/platform/password-rules.ts'
import { createPasswords } from '#src/platform/passwords.ts'
import { say } from '#src/texts/index.ts'
import type { Terminal } from './command.ts'

/** Reads a password and gives its hash. Throws CannotRun 78 with the reason when it is too weak. `about` are guesses nobody may take. */
export async function newPasswordHash({ readSecret }: Terminal, about: readonly (string | null)[]): Promise<string> {
  const password = await readSecret('New password: ')
  const problem = password === '' ? null : passwordProblem(password, about)
  if (password === '') throw badConfiguration('No password came on standard input.')
  if (problem) throw badConfiguration(`${say('en')(problem)} (the password on standard input)`)
  return createPasswords().hash(password)
}
