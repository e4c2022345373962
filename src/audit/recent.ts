import type { Core } from '#src/storage/index.ts'
import type { Action } from './actions.ts'
import type { Target } from './record.ts'

/** How often something happened to a target since a moment. */
export function countActions({ db }: Core, action: Action, target: Target, since: number): number {
  return (
    db
      .query<{ n: number }, [string, number, string, number]>(
        'select count(*) as n from audit where target_kind = ? and target_id = ? and action = ? and at > ?'
      )
      .get(target.kind, target.id, action, since)?.n ?? 0
  )
}
