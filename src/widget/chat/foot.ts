import { h, icon } from '../dom.ts'
import type { Mark } from './arrange.ts'
import type { Clock } from './clock.ts'
import { icons } from './icons.ts'
import type { Say } from './say.ts'
import type { Upload } from './uploads.ts'

export type FootActs = { retry(key: string): void; drop(key: string): void; retryUpload(key: string): void; cancelUpload(key: string): void }

/** What stands under a message: when, how far it has got, and what can be done if it did not. */
export function footMaker(say: Say, clock: Clock, acts: FootActs) {
  function time(at: number, mine: boolean, mark: Mark | null): HTMLElement {
    const when = h('time', { datetime: new Date(at).toISOString(), title: clock.full(at) }, clock.time(at))
    if (!mark || mark === 'failed') return h('span', { class: mine ? 'kf-meta me' : 'kf-meta' }, when)
    const word = h('span', { class: mark === 'read' ? '' : 'kf-sr' }, say(`mark.${mark}`))
    return h('span', { class: 'kf-meta me', 'data-mark': mark }, when, icon(icons[mark === 'read' ? 'delivered' : mark]), word)
  }

  function failed(key: string, because: string): HTMLElement {
    return failure(
      because || say('mark.failed'),
      () => acts.retry(key),
      () => acts.drop(key)
    )
  }

  function upload({ key, file, state, progress, because, again }: Upload): HTMLElement {
    if (state === 'failed') return failure(because, again ? () => acts.retryUpload(key) : null, () => acts.cancelUpload(key))
    const bar = h('progress', { class: 'kf-progress', max: 1, value: progress, 'aria-label': say('file.sending', { name: file.name }) })
    return h(
      'span',
      { class: 'kf-meta me' },
      bar,
      h('span', { class: 'num' }, `${Math.round(progress * 100)}%`),
      action('file.cancel', () => acts.cancelUpload(key))
    )
  }

  function failure(because: string, again: (() => void) | null, away: () => void): HTMLElement {
    return h(
      'span',
      { class: 'kf-meta me failed', role: 'alert' },
      icon(icons.failed),
      h('span', {}, because),
      again && action('mark.again', again),
      action('mark.delete', away)
    )
  }

  function action(text: string, act: () => void): HTMLElement {
    return h('button', { type: 'button', onclick: act }, say(text))
  }

  return { time, failed, upload }
}
