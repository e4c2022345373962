import { Database } from 'bun:sqlite'
import { rmSync } from 'node:fs'

/*
 * The bare thing that we are measured against: Bun.serve, one SQLite row per message, no sync per message, and the same
 * frames back to the sender and to whoever listens. No tokens, numbers, limits, search, rights or pages.
 */

const file = process.argv[2] ?? '/tmp/kefu-relay.db'
for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
const db = new Database(file, { create: true, strict: true })
db.run('pragma journal_mode = wal')
db.run('pragma synchronous = normal')
db.run('create table messages (id integer primary key, sender integer, key text, body text, at integer)')
const insert = db.query('insert into messages (sender, key, body, at) values (?, ?, ?, ?)')
let last = 0

const server = Bun.serve<{ id: number; listens: boolean }>({
  port: 0,
  hostname: '127.0.0.1',
  fetch(request, server) {
    const listens = new URL(request.url).pathname === '/listen'
    return server.upgrade(request, { data: { id: ++last, listens } }) ? undefined : new Response('ok')
  },
  websocket: {
    perMessageDeflate: false,
    open: (socket) => void (socket.data.listens && socket.subscribe('all')),
    message(socket, data) {
      const frame = JSON.parse(String(data)) as { t: string; key: string; text: string }
      if (frame.t === 'hello') return void socket.send(JSON.stringify({ t: 'hi' }))
      const { lastInsertRowid } = insert.run(socket.data.id, frame.key, frame.text, Date.now())
      socket.send(JSON.stringify({ t: 'ack', key: frame.key, seq: Number(lastInsertRowid), at: Date.now() }))
      const entry = JSON.stringify({ t: 'entry', entry: { seq: Number(lastInsertRowid), text: frame.text } })
      socket.send(entry)
      server.publish('all', entry)
    }
  }
})
console.log(server.port)
