import { Refusal } from './refusal.ts'
import { newToken } from './tokens.ts'

/** Argon2id needs 64 MB each (TRAPS): two at a time, fifty waiting, the rest is told to come back. */
const atOnce = 2
const mostWaiting = 50
/** Longer ones are refused before any hashing, whatever their characters. */
export const longestPasswordBytes = 1_024

export type PasswordCost = { memoryCost: number; timeCost: number }
const usual: PasswordCost = { memoryCost: 65_536, timeCost: 2 }

export type Passwords = {
  hash(password: string): Promise<string>
  /** Takes as long for an account that does not exist (null) as for one that does. */
  verify(password: string, hash: string | null): Promise<boolean>
}

export function createPasswords(cost: PasswordCost = usual): Passwords {
  const slots = createSlots()
  const nobodys = hashOfNobody(cost)
  return {
    hash: (password) => slots(() => Bun.password.hash(normal(password), { algorithm: 'argon2id', ...cost })),
    verify: (password, hash) => slots(() => Bun.password.verify(normal(password), hash ?? nobodys))
  }
}

/** The same signs typed on two keyboards are the same password. */
function normal(password: string): string {
  return password.toWellFormed().normalize('NFC')
}

/** A well-formed hash that no password has: random salt, random sum. */
function hashOfNobody({ memoryCost, timeCost }: PasswordCost): string {
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=1$${random()}$${random()}`
}

const random = () => Buffer.from(newToken(), 'base64url').toString('base64').replace('=', '')

function createSlots(): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) throw new Refusal('busy', 'refusal.busy')
      await new Promise<void>((go) => waiting.push(go))
    } else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
