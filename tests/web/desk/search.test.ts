import { afterEach, beforeEach, expect, test } from 'bun:test'
import { type AskedOffice, openAskedOffice } from './desk.ts'

let office: AskedOffice
beforeEach(async () => {
  office = await openAskedOffice()
  await office.core.transact(() => office.core.db.query("update visitors set country = 'CN', region = 'ZJ', city = 'Hangzhou'").run())
})
afterEach(() => office.close())

const finds = async (q: string) =>
  (await (await office.part(office.hua, `/conversations/list?${new URLSearchParams({ q })}`)).text()).includes(`id="c${office.id}"`)

test('a conversation is found by what was said, by the place as one reads it, and by its number', async () => {
  expect(await finds('漏茶')).toBe(true)
  expect(await finds('杭州')).toBe(true)
  expect(await finds('浙江')).toBe(true)
  const { number } = [...office.house.presence.guests()][0] ?? { number: 'none' }
  expect(await finds(number)).toBe(true)
  expect(await finds('深圳')).toBe(false)
})

test('signs of a search language are only signs', async () => {
  for (const q of ['%', '_', '"', '*', '\\', "'", '漏茶" or "1']) expect([200, q, await finds(q)]).toEqual([200, q, false])
})
