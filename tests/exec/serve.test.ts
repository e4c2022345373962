import { afterEach, expect, test } from 'bun:test'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { certificateFiles, one } from '#tests/support/certificate.ts'
import { kefu } from '#tests/support/executable.ts'
import { executable, type Program, program } from '#tests/support/process.ts'

let running: Program | null = null
afterEach(() => running?.remove())
const started = async (options: string[] = []) => {
  running = await program(options, executable)
  await running.start()
  return running
}
const dataOf = ({ folder }: Program) => join(folder, 'data')

test('in an empty folder it starts, answers, and leaves only its data there', async () => {
  const { url, folder, printed } = await started()
  expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok\n')
  expect(await (await fetch(`${url}/readyz`)).text()).toBe('ready\n')
  expect(readdirSync(folder)).toEqual(['data'])
  expect(printed()).toContain(`${url}/setup?code=`)
})

test('everything it makes is for its owner only', async () => {
  const data = dataOf(await started())
  await Bun.sleep(300)
  const open = [data, ...readdirSync(data).map((name) => join(data, name))].filter((path) => statSync(path).mode & 0o077)
  expect(open).toEqual([])
})

test('the set-up link opens the page, stands in a file for the owner, and is another after a start', async () => {
  const running = await started()
  const linkIn = () => readFileSync(join(dataOf(running), 'kefu.setup-link'), 'utf8').trim()
  const link = linkIn()
  expect(running.printed()).toContain(link)
  expect((await fetch(link)).status).toBe(200)
  expect((await fetch(`${running.url}/setup?code=AAAAAAAAAAAAAAAAAAAAAA`)).status).not.toBe(200)
  await running.end('SIGTERM')
  await running.start()
  expect(linkIn()).not.toBe(link)
  expect((await fetch(link)).status).not.toBe(200)
})

test('after set-up the link and its file are gone', async () => {
  const running = await started()
  await running.end('SIGTERM')
  const setUp = ['setup', '--email', 'a@tea.example', '--name', 'a', '--site', 'Tea', '--origin', 'https://tea.example']
  expect((await running.command(setUp, 'four small green leaves\n')).code).toBe(0)
  await running.start()
  expect([existsSync(join(dataOf(running), 'kefu.setup-link')), running.printed().includes('code=')]).toEqual([false, false])
  expect((await fetch(`${running.url}/setup?code=x`)).status).toBe(404)
})

test('killed, it starts again over what was there', async () => {
  const running = await started()
  for (let n = 0; n < 3; n++) {
    await running.end('SIGKILL')
    await running.start()
    expect(await (await fetch(`${running.url}/readyz`)).text()).toBe('ready\n')
  }
})

test('health tells no version, path or secret, and is answered under any name', async () => {
  const { url } = await started()
  for (const path of ['/healthz', '/readyz']) {
    const answer = await fetch(url + path, { headers: { Host: 'probe.internal' } })
    expect([answer.status, await answer.text(), [...answer.headers.keys()].filter((name) => /server|version|powered/.test(name))]).toEqual([
      200,
      path === '/healthz' ? 'ok\n' : 'ready\n',
      []
    ])
  }
})

test('it starts quickly and stays small', async () => {
  const running = await started()
  await running.end('SIGTERM')
  const before = performance.now()
  await running.start()
  const took = performance.now() - before
  await Bun.sleep(2_000)
  const pid = Bun.spawnSync(['pgrep', '-f', `${kefu} serve .*${running.folder}`])
    .stdout.toString()
    .trim()
    .split('\n')[0]
  const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  console.log(`first 200 after ${took.toFixed(0)} ms, ${rss.toFixed(0)} MB idle`)
  // Generous: a busy machine is slow, and the aims (150 ms, 110 MB) are the bench's.
  expect(took).toBeLessThan(3_000)
  expect(rss).toBeLessThan(140)
})

test('with certificate files it speaks https', async () => {
  const { cert, key } = certificateFiles(one)
  const made = await program(['--tls-cert', cert, '--tls-key', key], executable)
  running = made
  const url = made.url.replace('http:', 'https:')
  const starting = made.start().catch(() => {})
  let answer: Response | null = null
  while (!answer) answer = await fetch(`${url}/healthz`, { tls: { rejectUnauthorized: false } }).catch(() => Bun.sleep(50).then(() => null))
  expect(await answer.text()).toBe('ok\n')
  await made.end('SIGTERM')
  await starting
})
