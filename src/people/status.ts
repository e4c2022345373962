import type { Core } from '#src/storage/index.ts'

export const statuses = ['online', 'busy', 'away', 'offline'] as const
/** What a person chose; it stays chosen over restarts. */
export type Status = (typeof statuses)[number]

/** What others see: the chosen status while a tab of that person is open (or was, within the grace), else offline. */
export function effectiveStatus(chosen: Status, hasTabs: boolean): Status {
  return hasTabs ? chosen : 'offline'
}

export function chooseStatus(core: Core, personId: number, status: Status): void {
  core.db.query('update people set status = ?, status_at = ? where id = ?').run(status, core.now(), personId)
  core.announce({ kind: 'person-changed', person: personId })
}
