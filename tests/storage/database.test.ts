import { afterAll, expect, test } from 'bun:test'
import { faultOfBuild, openDatabase } from '#src/storage/database.ts'

const db = openDatabase(':memory:')
afterAll(() => db.close())
const pragma = (name: string) => Object.values(db.query<Record<string, number>, []>(`pragma ${name}`).get() ?? {})[0]

test.each([
  ['3.51.2', false],
  ['3.50.9', false],
  ['2.99.99', false],
  ['3.9.99', false],
  ['', false],
  ['3.51.3', true],
  ['3.54.1', true],
  ['3.100.0', true],
  ['4.0.0', true]
])('SQLite %p may hold the file: %p (S20)', (version, isGood) => {
  expect(faultOfBuild(version, ['THREADSAFE=1']) === null).toBe(isGood)
})

test('a build without threads may not', () => {
  expect(faultOfBuild('3.54.1', ['THREADSAFE=0'])).toContain('THREADSAFE')
})

test('a file is opened with everything that is left off by default', () => {
  expect([
    pragma('synchronous'),
    pragma('foreign_keys'),
    pragma('trusted_schema'),
    pragma('secure_delete'),
    pragma('cell_size_check'),
    pragma('busy_timeout')
  ]).toEqual([2, 1, 0, 1, 1, 5_000])
})
