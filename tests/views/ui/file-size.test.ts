import { expect, test } from 'bun:test'
import { fileKindOf, fileSize } from '#views/ui/index.ts'

test('a size is said in the unit that keeps it short', () => {
  const sizes = [0, 912, 1024, 18_432, 1_048_575, 1_258_291, 26_214_400, 5_368_709_120]
  expect(sizes.map((bytes) => fileSize(bytes, 'zh-CN'))).toEqual(['0 B', '912 B', '1 KB', '18 KB', '1.0 MB', '1.2 MB', '25 MB', '5.0 GB'])
})

test('a size never reads 1,024 of a unit', () => {
  for (const bytes of [1_048_064, 1_073_741_300, 1_099_511_000_000]) expect(fileSize(bytes, 'en')).not.toContain('1,024')
})

test('a size below nothing is nothing', () => expect(fileSize(-1, 'en')).toBe('0 B'))

test('the icon of a file follows its true ending', () => {
  expect(fileKindOf('养护说明.PDF')).toBe('document')
  expect(fileKindOf('photo.jpg.zip')).toBe('archive')
  expect(fileKindOf('no ending')).toBe('other')
})
