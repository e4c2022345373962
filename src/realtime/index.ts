/** Who has what open, who may hear it, and carrying it there. */
export { createHub, type Hub, offlineAfter, type Tab, type TabSocket } from './hub.ts'
export { createVisitorLinks, type Link, type VisitorLinks } from './visitor-links.ts'
