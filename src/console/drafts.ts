import type { PageFacts } from './page.ts'
import { post } from './requests.ts'
import { storageOrNull } from './shelf.ts'

/*
 * Unsent text, kept per conversation: on the server, so that it is there on the next computer, and here until the server has it, so that
 * neither a lost network nor a closed page costs a word. One save at a time, the newest text last.
 */

export type Draft = {
  /** The text now. */
  write(text: string): void
  /** Saves at once what is not saved: the page goes away. */
  leave(): void
  /** What this computer holds and the server does not, or null. */
  unsaved(): string | null
}

export type DraftNeeds = {
  save(text: string, leaving: boolean): Promise<boolean>
  keep(text: string | null): void
  kept(): string | null
  after(ms: number, work: () => void): () => void
  state(state: 'saved' | 'unsaved'): void
}

/** First save after a pause in typing, then at most every two seconds. */
const pause = 800
const retry = 5_000

export function createDraft(saved: string, needs: DraftNeeds): Draft {
  let text = saved
  let known = saved
  let isSaving = false
  let callOff: (() => void) | null = null

  function plan(ms: number): void {
    callOff ??= needs.after(ms, () => void save(false))
  }

  async function save(leaving: boolean): Promise<void> {
    callOff?.()
    callOff = null
    if (isSaving && !leaving) return
    if (text === known) return
    isSaving = true
    const sent = text
    const done = await needs.save(sent, leaving).catch(() => false)
    isSaving = false
    if (done) known = sent
    if (done && text === sent) {
      needs.keep(null)
      needs.state('saved')
      return
    }
    plan(done ? pause : retry)
  }

  return {
    write(fresh) {
      if (fresh === text) return
      text = fresh
      needs.keep(fresh)
      needs.state('unsaved')
      plan(pause)
    },
    leave() {
      if (text !== known) void save(true)
    },
    unsaved: () => needs.kept()
  }
}

/** The draft of one conversation of this person, on this page. */
export function draftOf(page: PageFacts, conversation: number, saved: string, state: DraftNeeds['state']): Draft {
  const key = `kefu.draft.${page.person}.${conversation}`
  const storage = storageOrNull()
  return createDraft(saved, {
    state,
    async save(text, leaving) {
      const { ok, status } = await post(page, `/conversations/${conversation}/draft`, { text }, { keepalive: leaving })
      // What is refused for good (the conversation is gone, not ours any more) is not tried for ever.
      return ok || status === 404 || status === 403
    },
    keep(text) {
      try {
        if (text === null) storage?.removeItem(key)
        else storage?.setItem(key, text)
      } catch {
        // A full storage: the server has all but the last words.
      }
    },
    kept: () => storage?.getItem(key) ?? null,
    after(ms, work) {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    }
  })
}
