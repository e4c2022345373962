import { expect, test } from 'bun:test'
import { neighbourhoods } from '#src/demo/audience/addresses.ts'
import { fileOf } from '#src/demo/files/index.ts'
import { leftWords, pastTalks, presentTalks } from '#src/demo/talks/index.ts'
import { filled, type Talk, talksFrom } from '#src/demo/talks/talk.ts'
import { inspect } from '#src/files/index.ts'
import { type Language, languages } from '#src/texts/index.ts'

const talksIn = (language: Language): Talk[] => [...new Set([...pastTalks[language], ...presentTalks[language]])]
const all = languages.flatMap(talksIn)

test('a screenplay is read line by line, with files and what goes on below', () => {
  const [talk] = talksFrom('\n# broken @ Leeds York\n> [cup.png] look\n| and here\n< oh no\n')
  expect(talk).toEqual({
    topic: 'broken',
    places: ['Leeds', 'York'],
    lines: [
      { by: 'visitor', text: 'look\nand here', file: 'cup.png' },
      { by: 'agent', text: 'oh no', file: null }
    ]
  })
  expect(() => talksFrom('# x\nno sign')).toThrow('not a line')
})

test('there are sixty talks of the past, and every talk is begun by a visitor and answered', () => {
  expect(languages.reduce((sum, language) => sum + pastTalks[language].length, 0)).toBeGreaterThanOrEqual(60)
  expect(languages.reduce((sum, language) => sum + presentTalks[language].length, 0)).toBeGreaterThanOrEqual(35)
  expect(all.filter(({ lines }) => lines[0]?.by !== 'visitor' || !lines.some(({ by }) => by === 'agent'))).toEqual([])
})

test('no question is there twice in one language', () => {
  for (const language of languages) {
    const first = talksIn(language).map(({ lines }) => lines[0]?.text)
    expect(first.length).toBe(new Set(first).size)
  }
})

test('nothing is left to fill in but the order', () => {
  const odd = all.flatMap(({ lines }) => lines.filter(({ text }) => /[{}]/.test(filled(text, '20260101-0001'))))
  expect(odd).toEqual([])
})

test('towns that a talk belongs to are towns that people come from', () => {
  const towns = new Set(Object.values(neighbourhoods).flatMap((some) => some.map(({ name }) => name)))
  expect([...all, ...leftWords].flatMap(({ places }) => places.filter((town) => !towns.has(town)))).toEqual([])
})

test('every file of a talk can be sent as what it is called', () => {
  for (const { by, file } of all.flatMap(({ lines }) => lines)) {
    if (file === null) continue
    const { name, bytes } = fileOf(file, by, 'zh-CN')
    const { kind, format } = inspect(bytes, name, false)
    expect([kind === 'image', format as string]).toEqual([file.endsWith('.png'), file.split('.').at(-1) ?? ''])
  }
}, 30_000)

test('Traditional Chinese is not written in simplified signs', () => {
  const words = pastTalks['zh-TW'].flatMap(({ lines }) => lines.map(({ text }) => text)).join('')
  expect(words.match(/[们这么个为会发国过还没时说请问吗单号开谢样实现钱]/g)?.filter((sign) => !'台只'.includes(sign)) ?? []).toEqual([])
})

test('left messages say how to reach whoever left them, and some were answered', () => {
  expect(leftWords.filter(({ email, phone }) => email === null && phone === null)).toEqual([])
  expect(leftWords.filter(({ reply }) => reply === null).length).toBeGreaterThanOrEqual(4)
  expect(leftWords.filter(({ reply }) => reply !== null).length).toBeGreaterThanOrEqual(4)
})
