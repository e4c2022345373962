/** Who is on the sites now: the list with its views and filters, and one visitor's card over it. */
export { type ListState, listAddress, pageSize, usualState } from './list-address.ts'
export { NoVisitors, type UnseenSite } from './no-visitors.tsx'
export { type GuestCard, VisitorCardPage, VisitorDetail } from './visitor-card.tsx'
export { type ListedVisitor, nameOf, VisitorRow } from './visitor-row.tsx'
export { PresentCount, ShowTabs, type VisitorCounts } from './visitors-head.tsx'
export { rowsId, VisitorsMore } from './visitors-list.tsx'
export { type VisitorsContent, VisitorsPage, VisitorsPane } from './visitors-page.tsx'
