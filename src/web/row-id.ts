import { missing } from '#src/platform/refusal.ts'

/** A row's number out of an address; anything else names nothing. */
export function rowId(text: string): number {
  if (!/^[1-9]\d{0,15}$/.test(text)) throw missing()
  const id = Number(text)
  if (!Number.isSafeInteger(id)) throw missing()
  return id
}
