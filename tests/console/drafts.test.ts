import { beforeEach, expect, test } from 'bun:test'
import { createDraft, type DraftNeeds } from '#src/console/drafts.ts'

let saves: string[]
let kept: string | null
let states: string[]
let timers: (() => void)[]
let succeed: boolean

beforeEach(() => {
  saves = []
  kept = null
  states = []
  timers = []
  succeed = true
})

const needs = (): DraftNeeds => ({
  async save(text) {
    saves.push(text)
    return succeed
  },
  keep: (text) => {
    kept = text
  },
  kept: () => kept,
  after(_ms, work) {
    timers.push(work)
    return () => {
      timers = timers.filter((other) => other !== work)
    }
  },
  state: (state) => void states.push(state)
})

async function pass(): Promise<void> {
  const due = timers
  timers = []
  for (const work of due) work()
  await new Promise((done) => setTimeout(done, 0))
}

test('typing is saved once after a pause, the newest text', async () => {
  const draft = createDraft('', needs())
  draft.write('写')
  draft.write('写了')
  draft.write('写了一半')
  expect(kept).toBe('写了一半')
  await pass()
  expect(saves).toEqual(['写了一半'])
  expect(kept).toBeNull()
  expect(states.at(-1)).toBe('saved')
})

test('what the server did not take stays on this computer and is tried again', async () => {
  succeed = false
  const draft = createDraft('', needs())
  draft.write('断网了')
  await pass()
  expect(kept).toBe('断网了')
  succeed = true
  await pass()
  expect(saves).toEqual(['断网了', '断网了'])
  expect(kept).toBeNull()
})

test('an emptied field overtakes a save that is on its way', async () => {
  const draft = createDraft('', needs())
  draft.write('发出去的话')
  const saving = pass()
  draft.write('')
  await saving
  expect(kept).toBe('')
  expect(states).not.toContain('saved')
  await pass()
  expect(saves.at(-1)).toBe('')
})

test('leaving saves at once, and nothing when all is saved', async () => {
  const draft = createDraft('旧', needs())
  draft.leave()
  expect(saves).toEqual([])
  draft.write('新')
  draft.leave()
  expect(saves).toEqual(['新'])
})
