import type { EntryView } from '#src/web/visitor/frames.ts'
import { type Child, h, icon } from '../dom.ts'
import { arrange, type Item, type View } from './arrange.ts'
import { type BubbleActs, fileBubble, ownFileBubble, textBubble } from './bubble.ts'
import type { Clock } from './clock.ts'
import { type FootActs, footMaker } from './foot.ts'
import { icons } from './icons.ts'
import type { Parcel } from './outbox.ts'
import { makeRows, type Wanted } from './rows.ts'
import type { Say } from './say.ts'
import type { Upload } from './uploads.ts'

export type ThreadState = {
  entries: EntryView[]
  parcels: Parcel[]
  uploads: Upload[]
  view: Omit<View, 'dayNumber'>
  /** The shop's first words; null when older entries stand above. */
  welcome: string | null
  /** Nobody has answered yet: to what. */
  waiting: 'chat' | 'message' | null
  typing: boolean
}

/** The messages on screen, and the lines between them. */
export function makeThread(say: Say, clock: Clock, acts: BubbleActs & FootActs): { element: HTMLElement; draw(state: ThreadState): void } {
  const element = h('div', { class: 'kf-rows', role: 'log', 'aria-live': 'polite', 'aria-label': say('log') })
  const drawRows = makeRows(element)
  const foot = footMaker(say, clock, acts)

  function rowsOf(state: ThreadState): Wanted[] {
    const { welcome } = state
    return [
      ...(welcome ? [{ ...plainRow('welcome', () => textBubble(welcome, false), welcome), tone: toneOf(false, true) }] : []),
      ...arrange(state.entries, state.parcels, { ...state.view, dayNumber: clock.dayNumber }).map(itemRow),
      ...state.uploads.map(uploadRow),
      ...(state.waiting ? [waitingRow(state.waiting)] : []),
      ...(state.typing ? [{ ...plainRow('typing', dots), tone: toneOf(false, false) }] : [])
    ]
  }

  function waitingRow(kind: 'chat' | 'message'): Wanted {
    return plainRow('waiting', () => (kind === 'chat' ? line(say('line.waiting')) : thanks()), kind)
  }

  function thanks(): HTMLElement {
    return h('div', { class: 'kf-thanks' }, icon(icons.sent), h('div', {}, h('b', {}, say('form.done')), h('p', {}, say('form.done_why'))))
  }

  function itemRow(item: Item): Wanted {
    if (item.is === 'day') return plainRow(item.key, () => line(`${clock.day(item.at)} ${clock.time(item.at)}`), clock.day(item.at))
    if (item.is === 'fresh') return plainRow(item.key, () => h('span', { class: 'kf-fresh' }, say('fresh')))
    if (item.is === 'line') return plainRow(item.key, () => line(lineText(item.entry)))
    if (item.is === 'parcel') return parcelRow(item)
    const { entry, tail } = item
    const mine = item.is === 'mine'
    const mark = item.is === 'mine' ? item.mark : null
    const name = item.is === 'theirs' ? item.name : null
    return {
      key: item.key,
      tone: toneOf(mine, tail),
      looks: JSON.stringify([entry, name]),
      body: () => [
        name !== null && h('span', { class: 'kf-speaker' }, name),
        h('span', { class: 'kf-sr' }, mine ? say('you') : say('says', { name: entry.agent ? entry.agent.name : '' })),
        entry.file && fileBubble(entry.file, mine, say, acts),
        entry.text !== '' && textBubble(entry.text, mine)
      ],
      footLooks: `${tail} ${mark}`,
      foot: () => tail && foot.time(entry.at, mine, mark)
    }
  }

  function parcelRow({ key, parcel, mark, tail }: Extract<Item, { is: 'parcel' }>): Wanted {
    const { frame, file } = parcel
    return {
      key,
      tone: `${toneOf(true, tail)} ${mark}`,
      looks: JSON.stringify([frame, file]),
      body: () => [h('span', { class: 'kf-sr' }, say('you')), file ? ownFileBubble(file) : textBubble(frame.text || '', true)],
      footLooks: `${tail} ${mark} ${parcel.because}`,
      foot: () => (mark === 'failed' ? foot.failed(frame.key, parcel.because) : tail && foot.time(parcel.at, true, mark))
    }
  }

  function uploadRow(upload: Upload): Wanted {
    return {
      key: `m ${upload.key}`,
      tone: toneOf(true, true),
      looks: JSON.stringify(upload.file),
      body: () => [ownFileBubble(upload.file)],
      footLooks: `${upload.state} ${Math.round(upload.progress * 100)}`,
      foot: () => foot.upload(upload)
    }
  }

  function lineText(entry: EntryView): string {
    if (entry.kind === 'accepted') return say('line.accepted', { name: entry.agent.name })
    return say(entry.kind === 'closed' ? 'line.closed' : 'line.reopened')
  }

  function dots(): HTMLElement {
    return h('div', { class: 'kf-m kf-dots', 'aria-live': 'off' }, h('span', { class: 'kf-sr' }, say('typing')), h('i'), h('i'), h('i'))
  }

  return { element, draw: (state) => drawRows(rowsOf(state)) }
}

function plainRow(key: string, make: () => Child, looks = key): Wanted {
  return { key, tone: '', looks, body: () => [make()], footLooks: '', foot: () => null }
}

function toneOf(mine: boolean, tail: boolean): string {
  return `${mine ? 'mine' : 'theirs'}${tail ? ' tail' : ''}`
}

function line(text: string): HTMLElement {
  return h('span', { class: 'kf-day' }, text)
}
