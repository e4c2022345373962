import { randomBytes } from 'node:crypto'
import type { EntryView, ToVisitor } from '#src/web/visitor/frames.ts'
import type { Persona } from '../audience/persona.ts'
import { fileOf } from '../files/index.ts'
import type { Line } from '../talks/index.ts'
import { reactTo, thanks } from './answers.ts'
import { connect, headersOf } from './link.ts'
import { isExpected, type LiveTalk, nextLine, skipToVisitor } from './live-talk.ts'
import type { Stage } from './stage.ts'
import { type } from './typing.ts'

const minute = 60_000

export type ChatWindow = { close(): void }
/** The page that the window is open on, and what is talked of. */
export type Opening = { persona: Persona; token: string; page: string; talk: LiveTalk }
type Endings = { /** All was said, or the shop closed it. */ finished(): void /** Nobody answered for too long. */; tired(): void; lost(): void }

/** A visitor's open window: says what comes next, reads what is answered, and makes something of words that no screenplay has. */
export function openWindow(stage: Stage, { persona, token, page, talk }: Opening, { finished, tired, lost }: Endings): ChatWindow {
  const { chance } = stage
  const { language } = talk
  let heardUpTo = 0
  let heardAny = talk.next > 1
  let watched = false
  let key = ''
  let afterAck = () => {}
  let stop = () => {}
  let stopWaiting = () => {}

  const hello = { t: 'hello', v: 1, site: stage.sites[persona.shop].key, as: 'window', token, framed: true, page } as const
  const link = connect(stage, persona, hello, { hear, lost: end(lost) })

  function hear(frame: ToVisitor): void {
    if (frame.t === 'hi' && frame.as === 'window') return begin(frame)
    if (frame.t === 'state') watched = frame.snapshot.watched
    if (frame.t === 'entry') return hearEntry(frame.entry)
    if (frame.t === 'ack' && frame.key === key) return afterAck()
    if (frame.t === 'nak' && frame.key === key && frame.wait === undefined) return end(finished)()
  }

  function begin({ snapshot, entries }: Extract<ToVisitor, { t: 'hi'; as: 'window' }>): void {
    watched = snapshot.watched
    if (talk.next > 0 && snapshot.conversation?.state === 'closed') return end(finished)()
    heardUpTo = snapshot.conversation?.seen ?? 0
    for (const entry of entries) if (talk.next > 0 && entry.c === snapshot.conversation?.c) hearEntry(entry)
    goOn()
  }

  function hearEntry(entry: EntryView): void {
    if (entry.kind === 'closed') return end(finished)()
    if (entry.kind !== 'message' || entry.by !== 'agent' || entry.seq <= heardUpTo) return
    heardUpTo = entry.seq
    link.send({ t: 'got', c: entry.c, seq: entry.seq })
    stage.later(chance.between(900, 3_500), () => link.send({ t: 'read', c: entry.c, seq: entry.seq }))
    if (isExpected(talk, entry.text)) {
      talk.next++
      heardAny = true
      return goOn()
    }
    listen(entry.text)
  }

  /** Somebody sits at the other end who does not know the screenplay. */
  function listen(text: string): void {
    const reaction = reactTo(chance, language, text, { order: talk.order, isFirst: !heardAny })
    heardAny = true
    if (reaction.how === 'wait') return waitForWords()
    if (reaction.how !== 'go-on') return speak({ by: 'visitor', text: reaction.text, file: null }, waitForWords)
    skipToVisitor(talk)
    if (nextLine(talk)) return goOn()
    speak({ by: 'visitor', text: thanks(chance, language), file: null }, end(finished))
  }

  function goOn(): void {
    const line = nextLine(talk)
    if (line === null) return end(finished)()
    if (line.by === 'agent') return waitForWords()
    speak(line, () => {
      talk.next++
      goOn()
    })
  }

  function waitForWords(): void {
    stop()
    stopWaiting()
    stopWaiting = stage.later(chance.between(9, 16) * minute, end(tired))
    talk.isDue = false
    stage.later(chance.between(6_000, 28_000), () => {
      talk.isDue = true
    })
  }

  /** Thinks, types, sends; a shop that writes more meanwhile is read first. */
  function speak(line: Line, then: () => void): void {
    stop()
    stopWaiting()
    stop = stage.later(chance.between(2_000, 13_000), () => {
      stop = type(stage, line.text, language, showField, () => void send(line, then))
    })
  }

  function showField(text: string): void {
    if (watched) link.send({ t: 'typing', text })
  }

  async function send(line: Line, then: () => void): Promise<void> {
    const file = line.file === null ? undefined : await upload(stage, persona, token, line.file)
    key = randomBytes(16).toString('base64url')
    afterAck = then
    link.send({ t: 'say', key, text: line.text, ...(file === undefined ? {} : { file }) })
  }

  function end(how: () => void): () => void {
    return () => {
      if (how === finished) talk.isOver = true
      stop()
      stopWaiting()
      how()
    }
  }

  return {
    close() {
      stop()
      stopWaiting()
      link.close()
    }
  }
}

/** As the window's program sends a picture; without an answer the words go alone. */
async function upload(stage: Stage, persona: Persona, token: string, name: string): Promise<string | undefined> {
  const file = fileOf(name, 'visitor', persona.language)
  const headers = {
    ...headersOf({ persona }),
    'X-Kefu-Site': stage.sites[persona.shop].key,
    'X-Kefu-Visitor': token,
    'X-File-Name': encodeURIComponent(file.name)
  }
  try {
    const answer = await fetch(`${stage.address}/v/files`, { method: 'POST', body: new Uint8Array(file.bytes), headers, tls: { rejectUnauthorized: false } })
    const { id } = (await answer.json()) as { id?: string }
    return id
  } catch {
    return undefined
  }
}
