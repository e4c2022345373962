import { publicIdText } from '#src/platform/tokens.ts'
import { type Core, epochOf } from '#src/storage/index.ts'

const kept = new WeakMap<Core, string>()

/** The file's epoch as clients hold it: it changes when a backup is restored, and their cursors are void then. */
export function epochText(core: Core): string {
  const known = kept.get(core)
  if (known) return known
  const text = publicIdText(epochOf(core))
  kept.set(core, text)
  return text
}
