import { openReadOnly } from './database.ts'
import { firstDamage } from './file-checks.ts'

/** Everything committed before this moment, as one compact file, read once more in full. Gives what is wrong with it, or null. */
export function copyAndCheck(from: string, to: string): string | null {
  const source = openReadOnly(from)
  try {
    // `vacuum into` counts as writing, though only its target is written.
    source.run('pragma query_only = off')
    source.query('vacuum into ?').run(to)
  } finally {
    source.close()
  }
  const copy = openReadOnly(to)
  try {
    const orphan = copy.query<{ table: string }, []>('pragma foreign_key_check').get()
    return firstDamage(copy, 'integrity_check') ?? (orphan ? `a row of ${orphan.table} points nowhere` : null)
  } finally {
    copy.close()
  }
}
