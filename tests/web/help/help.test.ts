import { expect, test } from 'bun:test'
import { createHash } from 'node:crypto'
import { changeLook, changeProfile } from '#src/people/index.ts'
import { callerOf, openOffice, openStaffedOffice, signedIn } from '#tests/support/office.ts'

const location = (answer: Response) => answer.headers.get('location')
const speaking = (language: string) => ({ headers: { 'accept-language': language } })

test('everybody may read the handbook', async () => {
  const { ask } = await openStaffedOffice()
  for (const language of ['zh-CN', 'zh-TW', 'en']) {
    const contents = await ask(`/help/${language}`)
    expect(contents.status).toBe(200)
    expect(await contents.text()).toContain(`<html lang="${language}"`)
    expect((await ask(`/help/${language}/running`)).status).toBe(200)
  }
})

test('the short address leads to the language of the browser', async () => {
  const { ask } = await openStaffedOffice()
  expect(location(await ask('/help', speaking('zh-Hant-TW,zh;q=0.9')))).toBe('/help/zh-TW')
  expect(location(await ask('/help', speaking('de-DE')))).toBe('/help/en')
  expect(location(await ask('/help/socket', speaking('zh')))).toBe('/help/zh-CN/socket')
})

test('whoever is signed in reads in their own language and look', async () => {
  const office = await openStaffedOffice()
  const { core, agent, ask } = office
  await core.transact(() => {
    changeProfile(core, callerOf(agent), { nickname: agent.nickname, language: 'zh-TW', timeZone: '' })
    changeLook(core, agent.id, { theme: 'dark', density: 'normal', text: 'large' })
  })
  const as = await signedIn(office, agent)
  expect(location(await ask('/help', { as, ...speaking('en') }))).toBe('/help/zh-TW')
  const page = await (await ask('/help/zh-TW/people', { as })).text()
  expect(page).toContain('data-theme="dark" data-text="large"')
  expect(page).toContain('href="/conversations"')
  expect(await (await ask('/help/zh-TW/people')).text()).toContain('href="/login"')
})

test('other languages and chapters do not exist', async () => {
  const { ask } = await openStaffedOffice()
  for (const path of ['/help/fr', '/help/en/nothing', '/help/running/en', '/help/__proto__', '/help/en/constructor']) expect((await ask(path)).status).toBe(404)
})

test('before set-up there is nothing to read yet', async () => {
  expect((await openOffice().ask('/help/en')).status).toBe(503)
})

test('lines to paste name this appliance, and the pinned one names bytes that it really serves', async () => {
  const { ask } = await openStaffedOffice({ publicUrl: 'https://chat.tea.example' })
  const page = await (await ask('/help/en/code-line')).text()
  expect(page).toContain('src=&quot;https://chat.tea.example/w.js&quot;')
  const [, file = ''] = /chat\.tea\.example(\/w-[0-9a-f]+\.js)&quot;/.exec(page) ?? []
  const [, integrity] = /integrity=&quot;(sha384-[^&]+)&quot;/.exec(page) ?? []
  const bytes = await (await ask(file)).bytes()
  expect(`sha384-${createHash('sha384').update(bytes).digest('base64')}`).toBe(integrity ?? 'none')
})

test('it can be read without any script, and loads none but ours', async () => {
  const { ask } = await openStaffedOffice()
  const answer = await ask('/help/en/first-steps')
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
  const page = await answer.text()
  expect([...page.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, address = '']) => address.replace(/\/a\/[^/]+/, ''))).toEqual(['/console.js'])
})
