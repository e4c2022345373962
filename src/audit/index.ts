/** The log of who did what: rows that nobody can change or take out without breaking the chain. */
export type { Action } from './actions.ts'
export { countActions } from './recent.ts'
export { type Actor, command, type Detail, record, system, type Target } from './record.ts'
export { type Chain, verifyAudit } from './verify.ts'
