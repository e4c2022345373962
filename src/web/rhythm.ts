import { discardUnfinished } from '#src/files/index.ts'
import type { House } from '#src/house.ts'
import { isSessionLive, seenLast, seeSessions } from '#src/people/index.ts'
import { visitorLists } from './agent/visitors/index.ts'
import { visitorDoors } from './visitor/doors.ts'
import { httpLinks } from './visitor/http-link.ts'

const everySecond = 1_000
const attendanceEvery = 30_000
const tidyEvery = 60_000

export type Rhythm = { stop(): Promise<void> }

/**
 * What happens by itself while the house is open: presence becomes rows, people come and go, silent links end. Each beat
 * is guarded: a throw in a timer would end the process.
 */
export function startRhythm(house: House, every: (ms: number, beat: () => void) => () => void = timer): Rhythm {
  const { core, hub, visits } = house
  const doors = visitorDoors(house)
  const links = httpLinks(doors)
  hub.presume(seenLast(core))
  let isWriting = false
  let tidied = Promise.resolve()

  async function write(): Promise<void> {
    if (isWriting) return
    isWriting = true
    try {
      await visits.tick()
    } catch (error) {
      core.log.fault('visits', error)
    } finally {
      isWriting = false
    }
  }

  /** Uploads that nobody sent, and the bytes of deleted files. */
  function tidy(): void {
    tidied = tidied.then(() => discardUnfinished(core, core.now())).catch((error) => core.log.fault('files', error))
  }

  const guarded = (name: string, beat: () => void) => () => {
    try {
      beat()
    } catch (error) {
      core.log.fault(name, error)
    }
  }
  const ends = [
    every(everySecond, () => void write()),
    every(everySecond, guarded('hub', hub.tick)),
    every(everySecond, guarded('links', links.tick)),
    every(everySecond, guarded('visitor-lists', visitorLists(house).tick)),
    every(attendanceEvery, () => void attend(house)),
    every(tidyEvery, tidy)
  ]
  return {
    async stop() {
      for (const end of ends) end()
      await Promise.allSettled([visits.flush(), doors.notes.flush(), attend(house), tidied])
    }
  }
}

/** Open pages keep their sessions in use, up to the end that no use puts off. */
async function attend({ core, hub }: House): Promise<void> {
  try {
    const sessions = [...new Set([...hub.tabs()].filter((tab) => tab.socket !== null).map((tab) => tab.session))]
    const live = sessions.filter((session) => isSessionLive(core, session))
    for (const session of sessions) if (!live.includes(session)) hub.endSession(session)
    if (live.length > 0) await core.transact(() => seeSessions(core, live))
  } catch (error) {
    core.log.fault('attendance', error)
  }
}

function timer(ms: number, beat: () => void): () => void {
  const id = setInterval(beat, ms)
  return () => clearInterval(id)
}
