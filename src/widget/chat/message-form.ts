import { fill, h, set } from '../dom.ts'
import type { Store } from '../link/store.ts'
import { makeDraft } from './draft.ts'
import { type Asks, type Left, makeLeaveForm } from './leave-form.ts'
import type { Say } from './say.ts'

/** The form for leaving a message, with a memory: what was typed survives reloads, what is known is filled in. */
export type MessageForm = {
  element: HTMLElement
  draw(state: { hasHistory: boolean; someoneIsHere: boolean }): void
  known(me: { name: string | null; email: string | null; phone: string | null }): void
  /** The server's no: the words come back, with its reason under the field. */
  refused(left: Partial<Left>, field: string, text: string): void
  text(): string
  /** Words that were begun in the composer move over, if there are none here. */
  take(text: string): void
}

export type MessageFormOptions = {
  say: Say
  asks: Asks
  store: Store
  prefix(): string
  leave(left: { text: string; name?: string; email?: string; phone?: string }): void
  back(): void
}

export function makeMessageForm({ say, asks, store, prefix, leave, back }: MessageFormOptions): MessageForm {
  const draft = makeDraft(store, () => `${prefix()}form`)
  const form = makeLeaveForm(say, asks, { kept: (left) => draft.keep(JSON.stringify(left)), leave: submit })
  const way = h('div', { class: 'kf-form-way', hidden: true })
  const element = h('div', { class: 'kf-form-pane' }, way, form.element)
  let drawn = ''
  form.fill(read(draft.read()))

  function submit({ text, name, email, phone }: Left): void {
    draft.clear()
    leave({ text, name: name.trim() || undefined, email: email.trim() || undefined, phone: phone.trim() || undefined })
    form.empty()
  }

  return {
    element,
    draw({ hasHistory, someoneIsHere }) {
      const now = `${hasHistory} ${someoneIsHere}`
      if (now === drawn) return
      drawn = now
      set(way, { hidden: !hasHistory && !someoneIsHere, class: someoneIsHere ? 'kf-form-way kf-form-here' : 'kf-form-way' })
      fill(
        way,
        someoneIsHere && h('span', { role: 'status' }, say('back_online')),
        h(
          'button',
          { type: 'button', class: someoneIsHere ? 'kf-pill kf-pill-on' : 'kf-pill', onclick: back },
          say(someoneIsHere ? 'back_online.talk' : 'form.history')
        )
      )
    },
    known: ({ name, email, phone }) => form.fill({ name: name || '', email: email || '', phone: phone || '' }),
    refused({ text, name, email, phone }, field, because) {
      form.fill({ text, name, email, phone })
      form.fault(field, because)
    },
    text: () => form.values().text,
    take: (text) => form.fill({ text })
  }
}

function read(kept: string): Partial<Left> {
  try {
    return JSON.parse(kept || '{}')
  } catch {
    return {}
  }
}
