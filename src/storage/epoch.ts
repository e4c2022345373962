import type { Core } from './core.ts'

/** 128 random bits that name this history of the file; a restore changes them. All zero before the appliance is set up. */
export function epochOf({ db }: Core): Uint8Array {
  return db.query<{ epoch: Uint8Array }, []>('select epoch from appliance').get()?.epoch ?? new Uint8Array(16)
}
