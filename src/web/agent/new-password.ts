import type { House } from '#src/house.ts'
import type { Person } from '#src/people/index.ts'
import { passwordProblem } from '#src/platform/password-rules.ts'
import { longestPasswordBytes } from '#src/platform/passwords.ts'
import { Refusal } from '#src/platform/refusal.ts'

type About = Pick<Person, 'nickname' | 'email' | 'phone' | 'jobNumber'>

/** The hash of a password that somebody chooses, or the refusal that says what is wrong with it, at `field`. */
export async function hashOfNew({ passwords }: House, password: string, about: About, field = 'password'): Promise<string> {
  if (Buffer.byteLength(password) > longestPasswordBytes) throw new Refusal('malformed', 'refusal.bad_request')
  const problem = passwordProblem(password, [about.nickname, about.email, about.phone, about.jobNumber])
  if (problem) throw new Refusal('invalid', problem, {}, field)
  return passwords.hash(password)
}
