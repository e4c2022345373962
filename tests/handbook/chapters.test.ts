import { expect, test } from 'bun:test'
import { slugs } from '#src/handbook/index.ts'
import { everyBook, sentencesOf, shapeOf } from './book.ts'

test('every chapter stands in all three languages, built alike', () => {
  const [[, first], ...others] = everyBook as [(typeof everyBook)[number], ...typeof everyBook]
  expect(first.map(({ slug }) => slug)).toEqual([...slugs])
  for (const [, book] of others) expect(book.map(shapeOf)).toEqual(first.map(shapeOf))
})

test('no section of a chapter has the name of another', () => {
  for (const [, book] of everyBook) {
    for (const { sections } of book) expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
  }
})

test('a section holds more than its title', () => {
  const empty = everyBook.flatMap(([language, book]) =>
    book.flatMap(({ slug, sections }) => sections.filter(({ blocks }) => blocks.length === 0).map(({ id }) => `${language} ${slug} ${id}`))
  )
  expect(empty).toEqual([])
})

test('nothing was left untranslated', () => {
  const attribution = /^This product includes GeoLite2/
  const bare = (sentence: string) => sentence.replace(/`[^`]*`/g, '')
  for (const [language, book] of everyBook) {
    const sentences = book.flatMap(sentencesOf).filter((sentence) => !attribution.test(sentence) && / .* .* /.test(bare(sentence)))
    const foreign = sentences.filter((sentence) => (language === 'en' ? /[\u4e00-\u9fff]/ : /^[^\u4e00-\u9fff]*$/).test(bare(sentence)))
    expect(foreign).toEqual([])
  }
})

test('each market reads its own words', () => {
  const taiwanese = /軟體|訊息|線上|儲存|搜尋|點選|設定|檔案|影片|登入|帳號|預設|使用者|伺服器|網路|連結|螢幕/
  const mainland = /軟件|信息|在線(?!上)|保存|搜索|點擊|設置|文件夾|視頻|登錄|賬號|默認|用戶|服務器|網絡|鏈接|屏幕|[软设录认户务网链]/
  const words = (language: string) => everyBook.filter(([one]) => one === language).flatMap(([, book]) => book.flatMap(sentencesOf))
  expect(words('zh-CN').filter((sentence) => taiwanese.test(sentence))).toEqual([])
  expect(words('zh-TW').filter((sentence) => mainland.test(sentence))).toEqual([])
})
