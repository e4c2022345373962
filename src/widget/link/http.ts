import type { FromVisitor, ToVisitor } from '#src/web/visitor/frames.ts'
import type { Dial, Loss } from './transport.ts'

/** The server holds a long poll for at most 25 s. */
const pollLimit = 40_000
const postLimit = 20_000
const perPost = 20

type Answer = { link?: string; frames?: ToVisitor[] }

/** The same frames in lists over HTTP, for places where sockets do not pass. */
export const dialHttp: Dial = (base, hello, ear) => {
  let over = false
  let link = ''
  let sending = false
  let waiting: FromVisitor[] = []
  const stopper = new AbortController()

  post('/v/link', [hello], postLimit).then((answer) => {
    link = answer.link || ''
    hear(answer)
    flush()
    poll()
  }, end)

  function poll(): void {
    if (over) return
    post('/v/wait', null, pollLimit).then((answer) => {
      hear(answer)
      poll()
    }, end)
  }

  function flush(): void {
    if (over || sending || !link || waiting.length === 0) return
    sending = true
    const frames = waiting.slice(0, perPost)
    waiting = waiting.slice(perPost)
    post('/v/link', frames, postLimit).then((answer) => {
      sending = false
      hear(answer)
      flush()
    }, end)
  }

  async function post(path: string, frames: FromVisitor[] | null, limit: number): Promise<Answer> {
    const headers: Record<string, string> = { 'Content-Type': 'application/json' }
    if (link) headers['X-Kefu-Link'] = link
    const timer = window.setTimeout(() => stopper.abort(), limit)
    try {
      const answer = await fetch(base + path, { method: 'POST', headers, body: bodyOf(frames), credentials: 'omit', signal: stopper.signal })
      if (!answer.ok) throw { code: 0, refused: !link && (answer.status === 403 || answer.status === 404) }
      return await answer.json()
    } finally {
      window.clearTimeout(timer)
    }
  }

  function hear({ frames }: Answer): void {
    for (const frame of frames || []) if (!over) ear.frame(frame)
  }

  function end(loss: Partial<Loss>): void {
    if (over) return
    stop()
    ear.lost({ code: 0, refused: loss.refused === true })
  }

  function stop(): void {
    over = true
    stopper.abort()
  }

  return {
    send(frame) {
      // Of unsent previews only the last one counts.
      if (frame.t === 'typing') waiting = waiting.filter(({ t }) => t !== 'typing')
      waiting.push(frame)
      flush()
    },
    check() {},
    close: stop
  }
}

/** Put together by hand: some shops still carry libraries that teach arrays a `toJSON` of their own. */
function bodyOf(frames: FromVisitor[] | null): string {
  return frames ? `{"frames":[${frames.map((frame) => JSON.stringify(frame)).join(',')}]}` : '{}'
}
