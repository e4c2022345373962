import { expect, test } from 'bun:test'
import { placeOf, withFrontPage } from './support/floors.ts'
import { importsOf, type SourceFile, sourceFiles } from './support/imports.ts'

/* The rules of the house. Imports of types may point anywhere; everything here is about what runs. */

const server = sourceFiles('src', 'views')
const roomOf = (path: string) => placeOf(path)?.room ?? null

/** What breaks a rule, each as `file:line → target`, so that a failure can be read. */
function breaches(files: readonly SourceFile[], isBreach: (from: string, to: string, isRelative: boolean) => boolean): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.filter(({ to, isRelative }) => isBreach(path, to, isRelative)).map(({ to, line }) => `${path}:${line} → ${to}`)
  )
}

/** Lines that match, outside of comments. */
function lines(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => (pattern.test(line) && !/^\s*(\/?\*|\/\/)/.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : []))
  )
}

const isIn =
  (...folders: string[]) =>
  (file: SourceFile) =>
    folders.some((folder) => file.path.startsWith(folder))
const isNotIn =
  (...folders: string[]) =>
  (file: SourceFile) =>
    !folders.some((folder) => file.path.startsWith(folder))

test('every source file stands on a floor', () => {
  expect(server.filter(({ path }) => placeOf(path) === null).map(({ path }) => path)).toEqual([])
})

test('a file uses its own room, a lower floor, or a room named earlier', () => {
  const found = breaches(server, (from, to) => {
    const [here, there] = [placeOf(from), placeOf(to)]
    if (!here || !there || here.room === there.room) return false
    return there.floor > here.floor || (there.floor === here.floor && there.order >= here.order)
  })
  expect(found.filter((breach) => !isAllowed(breach))).toEqual([])
})

/** The build makes what the browser programs are; the demo is reached from the command line, on use. */
const isAllowed = (breach: string) => /^src\/cli\/demo\.ts:\d+ → src\/demo\/index\.ts$/.test(breach) || /^src\/build\//.test(breach)

test('nothing imports what imports it', () => {
  const imports = new Map(server.map(({ path, imports }) => [path, imports.filter(({ isOurs }) => isOurs).map(({ to }) => to)]))
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[] = []
  const visit = (path: string, trail: string[]): void => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') return void cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    state.set(path, 'open')
    for (const to of imports.get(path) ?? []) visit(to, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of imports.keys()) visit(path, [])
  expect(cycles).toEqual([])
})

test('others come in by the front page', () => {
  expect(
    breaches(server, (from, to) => {
      const room = roomOf(to)
      return room !== null && withFrontPage.has(room) && roomOf(from) !== room && to !== `src/${room}/index.ts`
    })
  ).toEqual([])
})

test('every room has a front page that says what it owns', () => {
  const rooms = [...new Set(server.map(({ path }) => roomOf(path)))].filter((room) => room !== null && withFrontPage.has(room))
  const without = rooms.filter((room) => !/^\/\*\*? ?\S/.test(server.find(({ path }) => path === `src/${room}/index.ts`)?.text ?? ''))
  expect(without).toEqual([])
})

test('relative imports stay inside their folder of the map; between folders there is an alias', () => {
  expect(breaches(server, (from, to, isRelative) => isRelative && to !== 'package.json' && roomOf(from) !== roomOf(to))).toEqual([])
})

test('imports name the file with its ending', () => {
  expect(breaches(server, (_, to) => (to.startsWith('src/') || to.startsWith('views/')) && !/\.\w+$/.test(to))).toEqual([])
})

test('only storage opens the database', () => {
  expect(breaches(server.filter(isNotIn('src/storage/')), (_, to) => to === 'bun:sqlite' || to === 'node:sqlite')).toEqual([])
  expect(lines(server.filter(isNotIn('src/storage/')), /\bnew Database\(/)).toEqual([])
})

test('only realtime publishes', () => {
  expect(lines(server.filter(isNotIn('src/realtime/', 'src/widget/', 'src/console/')), /\.(publish|subscribe)\(/)).toEqual([])
})

test('only platform/outbound calls out; the doctor asks the owner for his own address', () => {
  const callers = server.filter(isNotIn('src/platform/outbound.ts', 'src/widget/', 'src/console/', 'src/cli/doctor/network.ts', 'src/demo/'))
  expect(
    lines(callers, /(?<![.\w])fetch\(|\bnew WebSocket\(|\b(?:https?|net|tls)\.(?:request|get|connect)\(/).filter(
      (line) => !/\bfetch\(request(?:: Request)?[,)]/.test(line)
    )
  ).toEqual([])
})

test('rooms know neither HTTP nor views', () => {
  const rooms = server.filter(({ path }) => (placeOf(path)?.floor ?? 9) <= 3)
  expect(breaches(rooms, (_, to) => /^(elysia|@elysiajs\/.*)$/.test(to) || to.startsWith('views/'))).toEqual([])
})

test('doors and views hold no SQL', () => {
  const sql = /\.(query|run|prepare|exec)(<[^(]*>)?\(\s*[`'"]|[`'"]\s*(select\s.*\bfrom\b|insert into|update\s+\w+\s+set|delete from)/i
  expect(lines(server.filter(isIn('src/web/', 'views/', 'src/port.ts', 'src/app.ts')), sql)).toEqual([])
})

test('views are given everything: at run time they know texts, small tools, each other, and what rooms call things', () => {
  const known = new Set(['views', 'texts', 'platform', 'public'])
  const foreign = server
    .filter(isIn('views/'))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ to, names }) => to.startsWith('src/') && !known.has(roomOf(to) ?? '') && !names.every((name) => /(Name|Parts)$/.test(name)))
        .map(({ to, names, line }) => `${path}:${line} ${names} of ${to}`)
    )
  expect(foreign).toEqual([])
})

test('programs for browsers import only types from the server, pure files of the views, and nothing of node', () => {
  const isPure = (to: string) => to.startsWith('views/') && to.endsWith('.ts') && server.find(({ path }) => path === to)?.imports.length === 0
  const isForeign = (from: string, to: string) => /^(node|bun):|^bun$/.test(to) || (/^(src|views)\//.test(to) && roomOf(to) !== roomOf(from) && !isPure(to))
  expect(breaches(server.filter(isIn('src/widget/', 'src/console/')), isForeign)).toEqual([])
})

test('nothing of the house imports tests or what builds it', () => {
  expect(breaches(server.filter(isNotIn('src/build/')), (_, to) => to.startsWith('tests/') || to.startsWith('src/build/'))).toEqual([])
})

test('nobody opens the connection to a package that looks like ours', () => {
  const { dependencies } = require('../package.json') as { dependencies: Record<string, string> }
  const packages = server
    .filter(isNotIn('src/build/'))
    .flatMap(({ imports }) => imports.filter(({ isOurs, to }) => !isOurs && !/^(node|bun):|^bun$/.test(to)).map(({ to }) => packageOf(to)))
  expect([...new Set(packages)].filter((name) => !(name in dependencies))).toEqual([])
})

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

test('the reader of imports sees aliases, relative, dynamic and re-exported ones, and no types', () => {
  const text = `
    import { a } from '#src/people/index.ts'
    import type { B } from '#src/web/b.ts'
    import { type C } from '../web/c.ts'
    export { d } from './d.ts'
    export type { E } from './e.ts'
    const f = await import('../f.ts')
    import 'g'`
  expect(importsOf('src/room/file.ts', text).map(({ to }) => to)).toEqual(['src/people/index.ts', 'src/room/d.ts', 'src/f.ts', 'g'])
})
