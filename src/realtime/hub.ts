import { randomBytes } from 'node:crypto'

/** A socket of an agent's page. Slow ones are closed by the socket itself, never silently starved. */
export type TabSocket = { send(text: string): void; close(code: number, reason: string): void }

/** An open page of an agent: what it shows decides what it hears. */
export type Tab = {
  id: string
  person: number
  session: number
  socket: TabSocket | null
  /** Since when it has no socket: a page that never connects is forgotten. */
  alone: number
  thread: number | null
  /** Live regions on the page: region → key of its view (filters, order, language, rights). */
  views: Map<string, string>
}

/** Closing the last tab makes an agent offline after this long, not at once. */
export const offlineAfter = 60_000
const forgottenAfter = 120_000

export type Hub = {
  openTab(person: number, session: number): string
  /** The person's tab, made anew when the process was restarted since; null for somebody else's. */
  tab(id: string, person: number, session: number): Tab | null
  /** With this session the page hears, and with this one's end it is over. */
  connect(tab: Tab, socket: TabSocket, session?: number): void
  disconnect(id: string, socket: TabSocket): void
  show(id: string, person: number, what: { thread?: number | null; views?: Record<string, string> }): void
  tabs(): Iterable<Tab>
  tabsOf(person: number): Tab[]
  tabsShowing(conversation: number): Tab[]
  push(tab: Tab, html: string): void
  tellPerson(person: number, what: Record<string, unknown>): void
  /** Whether a page of the person is open, or was until a short while ago. */
  isPresent(person: number): boolean
  /** Counts as present without a tab until the grace ends: whoever was there when the process stopped. */
  presume(people: number[]): void
  endSession(session: number): void
  /** Called when a person comes or goes. */
  watch(watcher: (person: number) => void): void
  /** Called when a tab begins to show another thread, and when a page that shows one comes or goes. */
  watchThreads(watcher: (tab: Tab, before: number | null) => void): void
  tick(): void
}

export function createHub(now: () => number): Hub {
  const tabs = new Map<string, Tab>()
  const people = new Map<number, Set<Tab>>()
  const lastSeen = new Map<number, number>()
  const present = new Set<number>()
  const watchers: ((person: number) => void)[] = []
  const threadWatchers: ((tab: Tab, before: number | null) => void)[] = []

  const tell = (person: number) => {
    for (const watcher of watchers) watcher(person)
  }
  const connected = (person: number) => [...(people.get(person) ?? [])].some((tab) => tab.socket !== null)

  function add(tab: Tab): Tab {
    tabs.set(tab.id, tab)
    const others = people.get(tab.person)
    if (others) others.add(tab)
    else people.set(tab.person, new Set([tab]))
    return tab
  }

  const newTab = (id: string, person: number, session: number): Tab => ({ id, person, session, socket: null, alone: now(), thread: null, views: new Map() })

  function remove(tab: Tab): void {
    tabs.delete(tab.id)
    people.get(tab.person)?.delete(tab)
    showThread(tab, null)
  }

  function tellThread(tab: Tab, before: number | null): void {
    for (const watcher of threadWatchers) watcher(tab, before)
  }

  function showThread(tab: Tab, thread: number | null): void {
    if (tab.thread === thread) return
    const before = tab.thread
    tab.thread = thread
    tellThread(tab, before)
  }

  function arrive(person: number): void {
    lastSeen.set(person, now())
    if (present.has(person)) return
    present.add(person)
    tell(person)
  }

  return {
    openTab: (person, session) => add(newTab(randomBytes(16).toString('base64url'), person, session)).id,
    tab(id, person, session) {
      const known = tabs.get(id)
      if (known) return known.person === person ? known : null
      return /^[A-Za-z0-9_-]{22}$/.test(id) ? add(newTab(id, person, session)) : null
    },
    connect(tab, socket, session = tab.session) {
      tab.socket?.close(1000, 'replaced')
      tab.socket = socket
      tab.session = session
      if (!tabs.has(tab.id)) add(tab)
      arrive(tab.person)
      tellThread(tab, tab.thread)
    },
    disconnect(id, socket) {
      const tab = tabs.get(id)
      if (!tab || tab.socket !== socket) return
      tab.socket = null
      tab.alone = now()
      lastSeen.set(tab.person, now())
      tellThread(tab, tab.thread)
    },
    show(id, person, what) {
      const tab = tabs.get(id)
      if (!tab || tab.person !== person) return
      if (what.thread !== undefined) showThread(tab, what.thread)
      for (const [region, key] of Object.entries(what.views ?? {})) tab.views.set(region, key)
    },
    tabs: () => tabs.values(),
    tabsOf: (person) => [...(people.get(person) ?? [])],
    tabsShowing: (conversation) => [...tabs.values()].filter((tab) => tab.thread === conversation && tab.socket !== null),
    push(tab, html) {
      tab.socket?.send(html)
    },
    tellPerson(person, what) {
      const text = JSON.stringify(what)
      for (const tab of people.get(person) ?? []) tab.socket?.send(text)
    },
    isPresent: (person) => present.has(person),
    presume(some) {
      for (const person of some) arrive(person)
    },
    endSession(session) {
      for (const tab of [...tabs.values()]) {
        if (tab.session !== session) continue
        tab.socket?.close(4401, 'signed out')
        remove(tab)
      }
    },
    watch: (watcher) => void watchers.push(watcher),
    watchThreads: (watcher) => void threadWatchers.push(watcher),
    tick() {
      for (const tab of [...tabs.values()]) if (tab.socket === null && now() - tab.alone > forgottenAfter) remove(tab)
      for (const person of [...present]) {
        if (connected(person)) {
          lastSeen.set(person, now())
          continue
        }
        if (now() - (lastSeen.get(person) ?? 0) < offlineAfter) continue
        present.delete(person)
        tell(person)
      }
    }
  }
}
