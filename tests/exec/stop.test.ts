import { afterEach, expect, test } from 'bun:test'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { executable, type Program, program } from '#tests/support/process.ts'

let running: Program | null = null
afterEach(() => running?.remove())
const started = async () => {
  running = await program([], executable)
  await running.start()
  return running
}

/** A request of which only half was sent; `rest` sends the other half, `answer` is what came back. */
async function halfRequest(url: string): Promise<{ rest(): void; answer: Promise<string>; end(): void }> {
  const { hostname, port, origin } = new URL(url)
  const body = 'a=1&b=2'
  let text = ''
  let settle = (_text: string) => {}
  const answer = new Promise<string>((done) => {
    settle = done
  })
  const socket = await Bun.connect({
    hostname,
    port: Number(port),
    socket: {
      data(_, bytes) {
        text += bytes.toString()
      },
      close: () => settle(text)
    }
  })
  socket.write(
    `POST /setup HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body.slice(0, 3)}`
  )
  socket.flush()
  return { answer, rest: () => void socket.write(body.slice(3)), end: () => void socket.end() }
}

test('SIGTERM ends it in order: code 0, the log emptied, nothing left to recover', async () => {
  const running = await started()
  await fetch(`${running.url}/readyz`)
  const before = performance.now()
  expect(await running.end('SIGTERM')).toBe(0)
  expect(performance.now() - before).toBeLessThan(10_000)
  expect(readdirSync(join(running.folder, 'data')).filter((name) => /-wal|-shm/.test(name))).toEqual([])
})

test('no new connection is taken while a request in hand is answered', async () => {
  const running = await started()
  const { rest, answer } = await halfRequest(running.url)
  await Bun.sleep(200)
  const ended = running.end('SIGTERM')
  await Bun.sleep(500)
  await expect(fetch(`${running.url}/healthz`)).rejects.toThrow()
  rest()
  expect(await answer).toStartWith('HTTP/1.1 ')
  expect(await ended).toBe(0)
})

test('a request that never ends is not waited for longer than fifteen seconds', async () => {
  const running = await started()
  const { end } = await halfRequest(running.url)
  await Bun.sleep(200)
  const before = performance.now()
  expect(await running.end('SIGTERM')).toBe(0)
  const took = performance.now() - before
  end()
  expect(took).toBeLessThan(15_000)
}, 30_000)

test('a second signal ends it at once', async () => {
  const running = await started()
  const { end } = await halfRequest(running.url)
  await Bun.sleep(200)
  const pid = Number(
    Bun.spawnSync(['pgrep', '-f', `serve .*${running.folder}`])
      .stdout.toString()
      .trim()
      .split('\n')[0]
  )
  process.kill(pid, 'SIGTERM')
  await Bun.sleep(800)
  const before = performance.now()
  expect(await running.end('SIGTERM')).not.toBe(0)
  expect(performance.now() - before).toBeLessThan(8_000)
  end()
})

test('sockets are sent away with 1012, and the page is told to come back', async () => {
  const running = await started()
  await running.end('SIGTERM')
  const setUp = ['setup', '--email', 'a@tea.example', '--name', 'a', '--site', 'Tea', '--origin', 'https://tea.example']
  await running.command(setUp, 'four small green leaves\n')
  await running.start()
  const site = running.read<{ key: string }>('select key from sites')[0]?.key
  const frames: { t: string }[] = []
  const closed = new Promise<number>((settle) => {
    const socket = new WebSocket(`${running.url.replace('http', 'ws')}/v/live`, {
      headers: { Origin: 'https://tea.example', 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36' }
    } as unknown as string[])
    socket.onopen = () => socket.send(JSON.stringify({ t: 'hello', v: 1, site, as: 'window' }))
    socket.onmessage = ({ data }) => {
      frames.push(JSON.parse(String(data)))
      if (frames.length === 1) void running.end('SIGTERM')
    }
    socket.onclose = ({ code }) => settle(code)
  })
  expect([await closed, frames]).toMatchObject([1012, [{ t: 'hi' }, { t: 'bye', because: 'restart' }]])
})
