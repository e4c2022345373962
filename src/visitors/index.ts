/** Who is on the sites now and who was: presence in memory, visits and their trails in the file. */
export { brandName } from './brands.ts'
export { isCrawler } from './crawler.ts'
export { type Device, deviceOf } from './device.ts'
export { currentStep, dwell, type Guest, guestNumber, stay, type Talk } from './guest.ts'
export { presentVisitors, type SortKey, sortKeys, type VisitorsPage, type VisitorsView } from './list.ts'
export type { Wording } from './listed-words.ts'
export { cleanPageAddress, cleanTitle } from './page-address.ts'
export { type Arrival, createPresence, goneAfter, type Presence, visitEndsAfter } from './presence.ts'
export { type Present, type PresentState, presentOf, presentStates, stateOf, type TrailStep, trailOf } from './present.ts'
export {
  contactOf,
  digestOfVisitor,
  endVisit,
  type KnownVisitor,
  type OpenVisit,
  pageIdOf,
  type Settled,
  settleGuest,
  visitorByDigest,
  type WrittenStep,
  writtenTrail
} from './settle.ts'
export { type Source, sourceOf } from './source.ts'
export { createVisitWriter, type VisitWriter } from './upkeep.ts'
