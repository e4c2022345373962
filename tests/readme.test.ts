import { expect, test } from 'bun:test'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { serveOptions } from '#src/cli/serve-options.ts'
import { runCommand } from '#src/cli.ts'

/* What a stranger reads first must be true, in both languages. */

const texts = { en: readFileSync('README.md', 'utf8'), 'zh-CN': readFileSync('README.zh-CN.md', 'utf8') }
const both = Object.entries(texts)
const package_ = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string>; dependencies: Record<string, string> }

const all = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))]
const mapOf = (text: string) => /```\nsrc\/\n([\s\S]*?)```/.exec(text)?.[1] ?? ''

test('every script that is named exists', () => {
  for (const [, text] of both) {
    const named = [...all(text, /\b(?:npm|bun) run ([a-z]+)/g), ...all(text, /\bnpm (start|test)\b/g)]
    expect(named).toEqual(expect.arrayContaining(['start', 'test', 'build', 'bench']))
    expect(named.filter((name) => !(name in package_.scripts))).toEqual([])
  }
})

test('every command of kefu that is named exists, with its options', async () => {
  const printed: string[] = []
  await runCommand(['--help'], { print: (line) => void printed.push(line), complain: () => {}, environment: {}, readSecret: async () => '' })
  const commands = all(printed.join('\n'), /^ {2}([a-z-]+) {2,}/gm)
  for (const [, text] of both) {
    expect([...all(text, /`kefu ([a-z-]+)/g), ...all(text, /npm start -- ([a-z]+)/g)].filter((name) => !commands.includes(name))).toEqual([])
    expect(all(text, / --([a-z-]+)/g).filter((name) => name !== '' && !serveOptions.some((option) => option.name === name))).toEqual([])
  }
})

test('the map shows the tree as it is', () => {
  const folders = readdirSync('src', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [`${entry.name}/`] : []))
  for (const [, text] of both) {
    const named = placesOn(text)
    expect(folders.filter((folder) => !named.includes(folder))).toEqual([])
    expect(named.filter((place) => !existsSync(place) && !existsSync(`src/${place}`))).toEqual([])
  }
})

/** The names at the beginning of the map's lines. */
function placesOn(text: string): string[] {
  return all(mapOf(text), /^ *((?:[a-z-]+(?:\/|\.ts) ?)+)/gm).flatMap((names) => names.trim().split(' '))
}

test('everything that is pointed to is there', () => {
  for (const [, text] of both) {
    const links = all(text, /\]\(([^)]+)\)/g).filter((to) => !to.startsWith('https://'))
    const paths = all(text, /`((?:src|views|public|tests|bench)\/[\w./-]+)`/g).filter((path) => path !== 'public/built')
    expect([...links, ...paths].filter((path) => !existsSync(path))).toEqual([])
  }
})

test('both languages say the same: sections, commands, decisions', () => {
  const shape = (text: string) => ({
    sections: all(text, /^(#+) /gm),
    heads: [...text.matchAll(/^## /gm)].length,
    decisions: [...text.matchAll(/^- \*\*/gm)].length,
    prices: [...text.matchAll(/\*(?:Price|代价)/g)].length,
    code: all(text, /`((?:npm|bun|kefu)[^`]*)`/g),
    map: placesOn(text)
  })
  expect(shape(texts['zh-CN'])).toEqual(shape(texts.en))
})

test('licences of others are named', () => {
  for (const [, text] of both) {
    expect(text).toContain('This product includes GeoLite2 Data created by MaxMind, available from <https://www.maxmind.com>')
    const licences = text.slice(text.lastIndexOf('\n## ')).toLowerCase()
    expect(Object.keys(package_.dependencies).filter((name) => !licences.includes(name.replace(/\.org$/, '')))).toEqual([])
  }
})

test('its picture is small, and not in the executable', () => {
  const pictures = both.flatMap(([, text]) => all(text, /!\[[^\]]*\]\(([^)]+)\)/g))
  expect(pictures.length).toBe(both.length)
  for (const picture of pictures) expect(statSync(picture).size).toBeLessThan(400_000)
  const sources = [...new Bun.Glob('src/**/*.{ts,tsx}').scanSync('.')].map((file) => readFileSync(file, 'utf8')).join('\n')
  expect(sources).not.toContain('public/readme')
})
