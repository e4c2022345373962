import type { Snapshot } from '#src/web/visitor/frames.ts'
import type { Parcel } from './outbox.ts'

export type Mode = 'talk' | 'form'

/** Whether a talk is going on that the visitor can add to. */
export function isTalking(snapshot: Snapshot | null): boolean {
  return snapshot !== null && snapshot.conversation !== null && snapshot.conversation.state !== 'closed'
}

/**
 * What the window shows. While nobody is there: the form, unless a talk goes on or a message has just been left.
 * `chosen` is what the visitor asked to see.
 */
export function modeOf(snapshot: Snapshot | null, parcels: Parcel[], chosen: Mode | null): Mode {
  if (!snapshot || parcels.some(({ frame, state }) => frame.t === 'leave' && state !== 'failed')) return 'talk'
  if (chosen) return chosen
  return snapshot.reach === 'form' && !isTalking(snapshot) ? 'form' : 'talk'
}

/** Without a talk and without anybody there, words would lead nowhere: then only the form takes them. */
export function mayWrite(snapshot: Snapshot | null): boolean {
  return snapshot === null || snapshot.reach === 'chat' || isTalking(snapshot)
}
