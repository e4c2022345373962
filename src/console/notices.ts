import { electionOf } from './election.ts'
import type { Live } from './live.ts'
import type { PageFacts } from './page.ts'
import { isLooking } from './reading.ts'
import { openSound } from './sound.ts'
import type { Title } from './title.ts'

/*
 * "Something for you": a small data frame `{ ring }` to the person, in words that the server has cleaned, cut and said in the person's
 * language, with the means the person chose. Nothing interrupts for a thread that is being read.
 */

export type Ring = {
  id: string
  kind: 'request' | 'message'
  conversation: number
  title: string
  text: string
  flash: string
  means: { sound: boolean; desktop: boolean; title: boolean }
}

const longest = 120

export function watchNotices(page: PageFacts, live: Live, title: Title, openThread: () => number | null): void {
  const sound = openSound(() => document.body.dataset.sound === 'on')
  const election = electionOf(page.person, { isLooking, canRing: sound.canRing })

  const tell = async (ring: Ring) => {
    if (isLooking() && openThread() === ring.conversation) return
    if (ring.means.title) title.flash(ring.flash)
    if (!(await election.wins(ring.id))) return
    if (ring.means.sound) sound.ring(ring.kind)
    if (ring.means.desktop && !isLooking()) show(ring)
  }
  live.onTold(({ ring }) => {
    if (isRing(ring)) void tell(ring)
  })
}

/** Outside a secure context, or without leave, there is none. */
function show({ conversation, title, text }: Ring): void {
  if (typeof Notification !== 'function' || Notification.permission !== 'granted') return
  const notice = new Notification(title.slice(0, longest), { body: text.slice(0, longest), tag: `kefu-${conversation}`, silent: true })
  notice.onclick = () => {
    window.focus()
    document.dispatchEvent(new CustomEvent('kefu:open', { detail: { value: `/conversations/${conversation}` } }))
    notice.close()
  }
}

function isRing(value: unknown): value is Ring {
  return typeof value === 'object' && value !== null && 'conversation' in value && 'means' in value
}
