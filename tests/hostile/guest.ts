import { isCrawler } from '#src/visitors/index.ts'
import { png } from '#tests/support/files.ts'
import { newKey } from '#tests/support/visitor.ts'
import { chrome, type OpenPort, RawVisitor, shopOrigin, until } from './open-port.ts'

export type Guest = { window: RawVisitor; conversation: number }

/** Everything that a visitor can say of itself and to us, said with one text through the doors that it has. */
export async function arriveSaying(port: OpenPort, text: string, n: number): Promise<Guest> {
  const { house, site } = port
  const address = `198.51.100.${n}`
  await turnedAway(port, text, n)
  const headers = headersOf(text)
  const page = await RawVisitor.open(port.url, { address, headers })
  const facts = pageOf(text)
  const { token = '' } = await page.hello(site.key, { as: 'page', page: String(n).padStart(22, 'p'), lang: text.slice(0, 35), ...facts })
  const window = await RawVisitor.open(port.url, { address, headers, origin: port.url })
  await window.hello(site.key, { token, framed: true, page: String(n).padStart(22, 'p'), ...facts })
  const c = await say(window, { text })
  await say(window, { text: `看 ${text.slice(0, 500)} 和 https://tea.example/${text.slice(0, 200)}` })
  for (const [bytes, ending] of [[png(), 'png'] as const, [new TextEncoder().encode('a list of teas'), 'txt'] as const]) {
    const sent = await fetch(`${port.url}/v/files`, {
      method: 'POST',
      body: bytes as Uint8Array<ArrayBuffer>,
      headers: {
        origin: port.url,
        'x-forwarded-for': address,
        'x-kefu-site': site.key,
        'x-kefu-visitor': token,
        'x-file-name': encodeURIComponent(`${text.slice(0, 300)}.${ending}`)
      }
    })
    await say(window, { text: '', file: ((await sent.json()) as { id: string }).id })
  }
  await leaveForm(window, text)
  const row = house.core.db.query<{ id: number }, [Uint8Array]>('select id from conversations where public_id = ?').get(Buffer.from(c, 'base64url'))
  return { window, conversation: row?.id ?? 0 }
}

/** The conversation that it was said in. */
export async function say(window: RawVisitor, words: { text: string; file?: string }): Promise<string> {
  window.send({ t: 'say', key: newKey(), ...words })
  return (await window.hear('ack')).c
}

/** Origins that are not allowed stand on the site's page. */
async function turnedAway(port: OpenPort, text: string, n: number): Promise<void> {
  for (const origin of [`https://${text.slice(0, 200)}`, `https://s${n}.foreign.example`])
    await RawVisitor.open(port.url, { origin, address: `198.51.100.${n}` })
}

function headersOf(text: string): Record<string, string> {
  const written = text
    .slice(0, 3_000)
    .replaceAll(/https?:\/\/[\d.:]+/g, '//canary')
    .replaceAll('fetch', 'alert')
  const agent = `Mozilla/5.0 (Windows NT 10.0; ${written}) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36`
  // What calls itself a crawler gets no window.
  return { 'user-agent': isCrawler(agent) ? chrome : agent, 'accept-language': text.slice(0, 500), referer: text.slice(0, 500) }
}

function pageOf(text: string): { url: string; title: string; referrer: string } {
  const short = text.slice(0, 300)
  const said = encodeURIComponent(short)
  return {
    url: `${shopOrigin}/p/${said}?utm_source=${said}&utm_campaign=${said}&utm_term=${said}&q=${said}&x=${short}#/${short}`,
    title: text,
    referrer: `https://www.baidu.com/s?wd=${said}&x=${short}`
  }
}

async function leaveForm(window: RawVisitor, text: string): Promise<void> {
  const form = { t: 'leave', key: newKey(), text: `留言 ${text.slice(0, 2_000)}`, name: text.slice(0, 900) }
  window.send({ ...form, email: `${text.slice(0, 900)}@mail.example` })
  await until(() => window.heard.some(({ t }) => t === 'nak' || t === 'ack'))
  if (window.heard.some(({ t }) => t === 'ack')) throw new Error(`that is no address: ${text}`)
  window.send({ ...form, key: newKey(), email: 'guest@mail.example' })
  await window.hear('ack')
}
