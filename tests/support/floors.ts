/** The floors of the house, from the ground up; on the rooms' floor each may use those named before it. */
const rooms = [
  ...['audit', 'files', 'geo', 'people', 'sites', 'install', 'visitors', 'customers', 'knowledge', 'routing', 'conversations', 'search'],
  ...['invites', 'bot', 'tickets', 'colleagues', 'calls', 'reports', 'notices', 'integrations', 'upkeep', 'handbook']
]

/** Where a file stands: a higher floor may use a lower one. Browser programs and build tools stand outside. */
export type Place = { floor: number; room: string; order: number }

export function placeOf(path: string): Place | null {
  const [top = '', room = ''] = path.split('/')
  if (top === 'views') return { floor: 4, room: 'views', order: 0 }
  if (top === 'public') return { floor: 0, room: 'public', order: 0 }
  if (top !== 'src') return null
  if (path.split('/').length === 2) return room === 'events.ts' ? { floor: 0, room: 'events', order: 0 } : { floor: 6, room: 'top', order: 0 }
  return named[room] ?? null
}

const named: Record<string, Place> = {
  platform: { floor: 0, room: 'platform', order: 0 },
  texts: { floor: 0, room: 'texts', order: 0 },
  storage: { floor: 1, room: 'storage', order: 0 },
  realtime: { floor: 2, room: 'realtime', order: 0 },
  ...Object.fromEntries(rooms.map((room, order) => [room, { floor: 3, room, order }])),
  web: { floor: 5, room: 'web', order: 0 },
  cli: { floor: 6, room: 'top', order: 0 },
  demo: { floor: 6, room: 'demo', order: 0 },
  // Outside of the house: what runs in browsers, and what makes the house.
  widget: { floor: 7, room: 'widget', order: 0 },
  console: { floor: 7, room: 'console', order: 0 },
  build: { floor: 7, room: 'build', order: 0 }
}

/** Rooms with a front page: others import `index.ts` only. */
export const withFrontPage = new Set(['texts', 'storage', 'realtime', ...rooms])
