import type { ToVisitor } from '#src/web/visitor/frames.ts'
import { quietly } from '../quietly.ts'
import type { Dial, Loss } from './transport.ts'

/** A proxy that lets the socket open but carries nothing must not hold us for ever. */
const openLimit = 10_000
/** Proxies cut a line that is idle for 60 s; a half-open one is found within 35 s. */
const pingEvery = 25_000
const answerLimit = 8_000

/** The usual way: one WebSocket. */
export const dialSocket: Dial = (base, hello, ear) => {
  let over = false
  let pinging = 0
  let patience = window.setTimeout(() => end({ code: 0 }), openLimit)
  const socket = new WebSocket(`${base.replace(/^http/, 'ws')}/v/live`)

  const check = quietly(ask)
  socket.onopen = quietly(() => socket.send(JSON.stringify(hello)))
  socket.onmessage = ({ data }) => {
    const frame = read(data)
    if (over || !frame) return
    if (frame.t === 'hi') pinging = window.setInterval(check, pingEvery)
    window.clearTimeout(patience)
    patience = 0
    if (frame.t !== 'pong') ear.frame(frame)
  }
  socket.onclose = ({ code }) => end({ code })
  socket.onerror = () => {}

  function ask(): void {
    if (over || patience || socket.readyState !== WebSocket.OPEN) return
    patience = window.setTimeout(() => end({ code: 0 }), answerLimit)
    socket.send('{"t":"ping"}')
  }

  function stop(): void {
    over = true
    window.clearInterval(pinging)
    window.clearTimeout(patience)
    socket.close()
  }

  function end(loss: Loss): void {
    if (over) return
    stop()
    ear.lost(loss)
  }

  return {
    send(frame) {
      if (!over && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
    },
    check,
    close: stop
  }
}

function read(data: unknown): ToVisitor | null {
  try {
    return JSON.parse(String(data))
  } catch {
    return null
  }
}
