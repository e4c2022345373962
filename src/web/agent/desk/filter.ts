import type { Before } from '#src/conversations/index.ts'
import type { House } from '#src/house.ts'
import { cleanName } from '#src/platform/clean-text.ts'
import { sites } from '#src/sites/index.ts'

const longestSearch = 100

/** What a list is filtered by, from its address; what makes no sense is no filter. */
export function filterFrom(house: House, request: Request): { site: number | null; text: string } {
  const query = new URL(request.url).searchParams
  const asked = Number(query.get('site') ?? Number.NaN)
  const site = sites(house.core).some(({ id }) => id === asked) ? asked : null
  return { site, text: cleanName(query.get('q') ?? '', longestSearch) }
}

/** The last row of the page above: `AT.ID`. */
export function beforeFrom(request: Request): Before | null {
  const [at, id] = (new URL(request.url).searchParams.get('before') ?? '').split('.').map(Number)
  return at !== undefined && id !== undefined && Number.isSafeInteger(at) && Number.isSafeInteger(id) ? { at, id } : null
}

/** A whole number of the address, or null. */
export function numberFrom(request: Request, name: string): number | null {
  const text = new URL(request.url).searchParams.get(name) ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}
