import { noteRefusedOrigin, noteSighting } from '#src/sites/index.ts'
import type { Core } from '#src/storage/index.ts'

/** Where the code was seen and which origins were refused, gathered and written at most once a minute. Any number may be invented: beyond what is kept they are dropped. */
export type Notes = {
  seen(site: number, origin: string, url: string): void
  refused(site: number, origin: string): void
  flush(): Promise<void>
}

const every = 60_000
/** However many origins a flood invents, the memory stays. */
const mostKept = 500

export function createNotes(core: Core): Notes {
  const seen = new Map<string, { site: number; origin: string; url: string }>()
  const refused = new Map<string, { site: number; origin: string; times: number }>()
  const known = new Set<string>()
  let writtenAt = 0

  async function flush(): Promise<void> {
    const sightings = [...seen.values()]
    const refusals = [...refused.values()]
    seen.clear()
    refused.clear()
    if (sightings.length + refusals.length === 0) return
    writtenAt = core.now()
    await core.transact(() => {
      for (const { site, origin, url } of sightings) noteSighting(core, site, origin, url)
      for (const { site, origin, times } of refusals) noteRefusedOrigin(core, site, origin, times)
    })
  }

  /** The first one of its kind is written at once: an owner who just pasted the line wants to see it. */
  function later(key: string): void {
    const isNew = !known.has(key) && known.size < mostKept
    if (isNew) known.add(key)
    if (isNew || core.now() - writtenAt > every) flush().catch((error) => core.log.fault('notes', error))
  }

  return {
    seen(site, origin, url) {
      const key = `${site} ${origin}`
      if (!seen.has(key) && seen.size >= mostKept) return
      seen.set(key, { site, origin, url })
      later(`+${key}`)
    },
    refused(site, origin) {
      const key = `${site} ${origin}`
      const before = refused.get(key)
      if (!before && refused.size >= mostKept) return
      refused.set(key, { site, origin, times: (before?.times ?? 0) + 1 })
      later(`-${key}`)
    },
    flush
  }
}
