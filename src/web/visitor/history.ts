import { limitKey } from '#src/platform/address.ts'
import type { Link } from '#src/realtime/index.ts'
import type { Guest } from '#src/visitors/index.ts'
import type { VisitorDoors } from './doors.ts'
import type { FromVisitor, ToVisitor } from './frames.ts'
import { historyFrame } from './greeting.ts'

type Reader = { guest: Guest; link: Link<ToVisitor> }
type PageAsked = Extract<FromVisitor, { t: 'after' | 'before' }>

/** A window asks once each way and waits for the answer; more than that is refused. */
const waiting = { after: new WeakSet<Link<ToVisitor>>(), before: new WeakSet<Link<ToVisitor>>() }

/** Answers with a page of earlier or later entries. Where pages are asked for faster than anybody reads, the answer waits. */
export function turnPage(doors: VisitorDoors, reader: Reader, frame: PageAsked): void {
  const { guest, link } = reader
  const wait = doors.limits.history.take(limitKey(guest.address))
  if (wait === 0) return link.send(historyFrame(doors, guest, frame) ?? { t: 'nak', code: 'missing' })
  if (waiting[frame.t].has(link)) return link.send({ t: 'nak', code: 'rate', wait: 1 })
  waiting[frame.t].add(link)
  setTimeout(() => goOn(doors, reader, frame), wait)
}

/** A throw in a timer would end the process. */
function goOn(doors: VisitorDoors, reader: Reader, frame: PageAsked): void {
  const { core, links } = doors.house
  waiting[frame.t].delete(reader.link)
  if (!links.of(reader.guest.id).includes(reader.link)) return
  try {
    turnPage(doors, reader, frame)
  } catch (error) {
    core.log.fault('visitor history', error)
  }
}
