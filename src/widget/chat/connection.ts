import { isTalking, type Mode } from './mode.ts'
import type { Notice } from './notice.ts'
import type { Say } from './say.ts'
import type { Session } from './session.ts'

/** A short break is nobody's business; a longer one is said. */
const sayAfter = 2_500

/** What stands over the log: that the line is gone, that nobody is here, or nothing. */
export function connectionNotice(say: Say, changed: () => void) {
  let lostAt = Date.now()
  let timer = window.setTimeout(changed, sayAfter + 20)
  window.addEventListener('offline', changed)
  window.addEventListener('online', changed)

  function isLong(open: boolean): boolean {
    if (open) {
      lostAt = 0
      return false
    }
    if (lostAt === 0) {
      lostAt = Date.now()
      window.clearTimeout(timer)
      timer = window.setTimeout(changed, sayAfter + 20)
    }
    return Date.now() - lostAt >= sayAfter
  }

  return {
    draw(notice: Notice, session: Session, mode: Mode, leave: () => void): void {
      const snapshot = session.snapshot()
      const isLost = isLong(session.isOpen() && navigator.onLine !== false)
      if (session.isOver()) return notice.stand('amber', say('over'))
      if (isLost) return notice.stand('amber', say(navigator.onLine === false ? 'offline' : 'lost'))
      const isAlone = snapshot !== null && snapshot.reach === 'form' && mode === 'talk'
      const leftOne = snapshot !== null && snapshot.conversation !== null && snapshot.conversation.kind === 'message' && isTalking(snapshot)
      if (isAlone && !leftOne) return notice.stand('calm', say(isTalking(snapshot) ? 'away.hint' : 'head.away'), { text: say('away.leave'), act: leave })
      notice.stand('calm', null)
    }
  }
}
