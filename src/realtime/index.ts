/** Who has what open, who may hear it, and carrying it there. */
export { createHub, type Hub, offlineAfter, type Tab, type TabSocket } from './hub.ts'
export { difference, type KeyedRow, type ListPlace, type Shown, shownOf, type ViewContent } from './keyed-list.ts'
export { createLiveLists, type LiveList, type LiveLists, refreshEvery } from './live-lists.ts'
export { createVisitorLinks, type Link, type VisitorLinks } from './visitor-links.ts'
