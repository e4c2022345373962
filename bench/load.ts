import { type Frame, newKey, openVisitor } from './support/clients.ts'

/*
 * The visitors of one run, in a process of their own so that they do not share a thread with whom they measure.
 *   bun bench/load.ts URL SITE VISITORS RATE SECONDS
 * RATE in messages per second over all visitors; 0: as fast as acknowledgements come, at most 20 unacknowledged each.
 * Prints one JSON line: { sent, acked, seconds, latencies } (ms from sending to the acknowledgement, at most 50,000 of them).
 * Message texts end in ` @<ms since 1970>` so that whoever hears them can tell how old they are.
 */

const [url = '', site = '', visitors = '100', rate = '0', seconds = '10'] = process.argv.slice(2)
const bare = site === 'bare'
const latencies: number[] = []
let sent = 0
let acked = 0

type Sender = { socket: WebSocket; flying: Map<string, number> }

async function openSender(n: number): Promise<Sender> {
  const flying = new Map<string, number>()
  let refill = () => {}
  const hear = (frame: Frame) => {
    if (frame.t !== 'ack') return
    const at = flying.get(String(frame.key))
    if (at === undefined) return
    flying.delete(String(frame.key))
    acked++
    if (latencies.length < 50_000) latencies.push(performance.now() - at)
    refill()
  }
  const socket = bare ? await openBare(url, hear) : await openVisitor(url, site, n, 'window', hear)
  const sender = { socket, flying }
  refill = () => rate === '0' && isRunning && fill(sender)
  return sender
}

function say({ socket, flying }: Sender): void {
  const key = newKey()
  flying.set(key, performance.now())
  socket.send(JSON.stringify({ t: 'say', key, text: `您好，这款盖碗还有货吗？ @${Date.now()}` }))
  sent++
}

function fill(sender: Sender): void {
  while (sender.flying.size < 20) say(sender)
}

function openBare(address: string, hear: (frame: Frame) => void): Promise<WebSocket> {
  const socket = new WebSocket(address.replace('http', 'ws'))
  return new Promise((resolve) => {
    socket.onopen = () => socket.send(JSON.stringify({ t: 'hello' }))
    socket.onmessage = ({ data }) => {
      const frame = JSON.parse(String(data)) as Frame
      if (frame.t === 'hi') resolve(socket)
      else hear(frame)
    }
  })
}

let isRunning = true
const senders = await Promise.all(Array.from({ length: Number(visitors) }, (_, n) => openSender(n)))
// The first words of each open its conversation: they are not measured.
for (const sender of senders) say(sender)
while (acked < senders.length) await Bun.sleep(5)
console.log('ready')
if (process.argv[7] === 'wait') for await (const _ of console) break
sent = acked = latencies.length = 0
const began = performance.now()
if (rate === '0') {
  for (const sender of senders) fill(sender)
  await Bun.sleep(Number(seconds) * 1_000)
  isRunning = false
} else {
  const total = Number(rate) * Number(seconds)
  for (let n = 0; n < total; ) {
    const due = ((performance.now() - began) / 1_000) * Number(rate)
    for (; n < due && n < total; n++) {
      const sender = senders[n % senders.length]
      if (sender && sender.flying.size < 20) say(sender)
    }
    await Bun.sleep(1)
  }
}
const took = (performance.now() - began) / 1_000
const done = acked
for (let i = 0; i < 200 && senders.some((sender) => sender.flying.size > 0); i++) await Bun.sleep(10)
console.log(JSON.stringify({ sent, acked: done, seconds: took, unanswered: sent - acked, latencies }))
process.exit(0)
