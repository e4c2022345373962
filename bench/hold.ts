import { openVisitor } from './support/clients.ts'

/*
 * Idle visitors in a process of their own: each a page of the shop that has walked through some pages.
 *   bun bench/hold.ts URL SITE FIRST COUNT PAGES
 * Prints `ready` when all are there, and holds until standard input ends. SITE `bare` speaks to the bare socket server.
 */

const [url = '', site = '', first = '0', count = '1000', pages = '10'] = process.argv.slice(2)
const sockets: WebSocket[] = []

for (let n = Number(first); n < Number(first) + Number(count); n += 100) {
  const some = Array.from({ length: Math.min(100, Number(first) + Number(count) - n) }, (_, i) => open(n + i))
  sockets.push(...(await Promise.all(some)))
}
for (let page = 1; page < Number(pages); page++) {
  for (const [n, socket] of sockets.entries())
    socket.send(JSON.stringify({ t: 'page', url: `https://shop.bench.example/p/${(n + page) % 50}`, title: `Page ${(n + page) % 50}` }))
  await Bun.sleep(250)
}
console.log('ready')
for await (const _ of console) break
process.exit(0)

function open(n: number): Promise<WebSocket> {
  if (site !== 'bare') return openVisitor(url, site, n, 'page', () => {})
  const socket = new WebSocket(url.replace('http', 'ws'))
  return new Promise((resolve, reject) => {
    socket.onopen = () => socket.send(JSON.stringify({ t: 'hello' }))
    socket.onmessage = () => resolve(socket)
    socket.onerror = () => reject(new Error('no socket'))
  })
}
