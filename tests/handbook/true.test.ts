import { expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { serveOptions } from '#src/cli/serve-options.ts'
import { runCommand } from '#src/cli.ts'
import { parts } from '#src/handbook/parts.ts'
import { exits } from '#src/platform/exit.ts'
import { folderAt } from '#src/storage/index.ts'
import { languages, say } from '#src/texts/index.ts'
import { uploadLimits } from '#src/web/files/index.ts'
import { books, everyBook, facts, sentencesOf, wordsOf } from './book.ts'

/* The handbook says what the program does. What it names is read here from the program itself. */

const chapterIn = (language: (typeof languages)[number], slug: string) => {
  const found = books.get(language)?.find((chapter) => chapter.slug === slug)
  if (!found) throw new Error(`no chapter ${slug}`)
  return found
}
/** What each language's chapter does not mention. */
const missingIn = (slug: string, words: readonly string[]) =>
  languages.flatMap((language) => {
    const text = wordsOf(chapterIn(language, slug))
    return words.filter((word) => !text.includes(word)).map((word) => `${language}: ${word}`)
  })
const literals = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, word = '']) => word))]

test('every option and its variable is explained, in the reader’s language', () => {
  expect(
    missingIn(
      'running',
      facts.options.flatMap(({ name, variable }) => [`--${name} `, variable])
    )
  ).toEqual([])
  for (const language of ['zh-CN', 'zh-TW'] as const) {
    const sentences = sentencesOf(chapterIn(language, 'running'))
    expect(serveOptions.filter(({ says }) => sentences.includes(says)).map(({ name }) => name)).toEqual([])
  }
})

test('every command is named', async () => {
  const printed: string[] = []
  await runCommand(['--help'], { print: (line) => void printed.push(line), complain: () => {}, environment: {}, readSecret: async () => '' })
  const commands = literals(printed.join('\n'), /^ {2}([a-z-]+) {2,}/gm)
  expect(commands).toContain('backup')
  expect(
    missingIn(
      'running',
      commands.map((name) => `kefu ${name}`)
    )
  ).toEqual([])
})

test('every frame that travels is described, with an example', () => {
  const source = readFileSync('src/web/visitor/frames.ts', 'utf8')
  const frames = literals(source, /\bt: '([a-z]+)'/g)
  expect(frames.length).toBeGreaterThan(15)
  expect(
    missingIn(
      'socket',
      frames.map((name) => `\`${name}\``)
    )
  ).toEqual([])
  expect(
    missingIn(
      'socket',
      frames.map((name) => `"t": "${name}"`)
    )
  ).toEqual([])
})

test('every reason of a refusal is explained', () => {
  const union = readFileSync('src/web/visitor/frames.ts', 'utf8').split('export type NakCode =')[1]?.split('\n\n')[0] ?? ''
  const codes = literals(union, /'([a-z_]+)'/g)
  expect(codes.length).toBeGreaterThan(5)
  expect(
    missingIn(
      'socket',
      codes.map((code) => `\`${code}\``)
    )
  ).toEqual([])
})

test('every number with which a socket is closed is listed', () => {
  const sources = ['src/web/sockets.ts', 'src/web/visitor/session.ts', 'src/web/visitor/farewell.ts'].map((file) => readFileSync(file, 'utf8')).join('\n')
  const codes = literals(sources, /close\((\d{4}),/g)
  expect(codes.length).toBeGreaterThan(4)
  expect(
    missingIn(
      'socket',
      codes.map((code) => `\`${code}\``)
    )
  ).toEqual([])
})

test('every exit code is listed', () => {
  expect(
    missingIn(
      'running',
      Object.values(exits).map((code) => `\`${code}\``)
    )
  ).toEqual([])
})

test('what lies in the data folder is named', () => {
  const { path, ...files } = folderAt('.')
  const names = Object.values(files).map((file) => file.slice(path.length + 1))
  expect(missingIn('running', names)).toEqual([])
})

test('limits are the program’s', () => {
  const megabytes = ({ bytes }: { bytes: number }) => `${bytes / 1_048_576} MB`
  expect(missingIn('answering', [megabytes({ bytes: uploadLimits.agent }), megabytes({ bytes: uploadLimits.visitor })])).toEqual([])
  expect(missingIn('socket', [`${uploadLimits.visitor / 1_048_576} MiB`])).toEqual([])
})

test('buttons and places are called as they are on the screen', () => {
  const named = {
    'first-steps': ['people.invite', 'layout.visitors', 'desk.list.waiting'],
    'code-line': ['sites.origins', 'sites.refused', 'sites.allow', 'sites.code_unseen'],
    answering: ['desk.closed_ones', 'desk.take_over', 'desk.handled', 'profile.notice.hideContent', 'sites.accept.click', 'layout.messages'],
    people: ['people.make_invitation', 'people.new_reset', 'people.role.owner', 'people.role.administrator', 'people.role.agent', 'login.remember']
  } as const
  const wrong = languages.flatMap((language) =>
    Object.entries(named).flatMap(([slug, keys]) => {
      const text = wordsOf(chapterIn(language, slug)).toLowerCase()
      return keys
        .filter(
          (key) =>
            !text.includes(
              say(language)(key)
                .toLowerCase()
                .replace(/ for 30 days$/, '')
            )
        )
        .map((key) => `${language} ${slug} ${say(language)(key)}`)
    })
  )
  expect(wrong).toEqual([])
})

test('everything of others that is inside is named with its own licence', () => {
  const other: Record<string, string> = { 'BSD-0-Clause': '0BSD' }
  for (const { package: name, licence } of parts) {
    const { license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { license: string }
    expect(`${name} ${licence}`).toBe(`${name} ${other[license] ?? license}`)
  }
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
  const named = new Set<string>(parts.map((part) => part.package))
  const used = Object.keys(dependencies).filter(isUsed)
  expect(used.filter((name) => !named.has(name))).toEqual([])
  expect(everyBook.every(([, book]) => book.some((chapter) => wordsOf(chapter).includes('GeoLite2 Data created by MaxMind')))).toBe(true)
})

/** A package that no file of ours imports does not get into the executable. */
function isUsed(name: string): boolean {
  return [...new Bun.Glob('{src,views}/**/*.{ts,tsx}').scanSync('.')].some((file) => new RegExp(`['"/]${name}['"/]`).test(readFileSync(file, 'utf8')))
}
