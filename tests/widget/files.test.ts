import { expect, test } from 'bun:test'
import { planPicture } from '#src/widget/chat/compress.ts'
import { kindOf, largest, sizeText, whyNot } from '#src/widget/chat/file-rules.ts'

const file = (name: string, size = 1_000, type = '') => ({ name, size, type })

test('a photo is always drawn anew, so that the place it was taken does not travel', () => {
  expect(planPicture({ type: 'image/jpeg', bytes: 90_000, width: 800, height: 600 })).toEqual({ keep: false, width: 800, height: 600, type: 'image/jpeg' })
})

test('a large photo is brought to 1920 on its longer side', () => {
  expect(planPicture({ type: 'image/jpeg', bytes: 20_000_000, width: 8_000, height: 6_000 })).toEqual({
    keep: false,
    width: 1_920,
    height: 1_440,
    type: 'image/jpeg'
  })
  expect(planPicture({ type: 'image/heic', bytes: 3_000_000, width: 3_000, height: 4_000 })).toMatchObject({ width: 1_440, height: 1_920 })
})

test('animations and small screenshots stay as they are', () => {
  expect(planPicture({ type: 'image/gif', bytes: 3_000_000, width: 4_000, height: 400 })).toEqual({ keep: true })
  expect(planPicture({ type: 'image/png', bytes: 400_000, width: 1_280, height: 800 })).toEqual({ keep: true })
  expect(planPicture({ type: 'image/png', bytes: 4_000_000, width: 1_280, height: 800 })).toEqual({
    keep: false,
    width: 1_280,
    height: 800,
    type: 'image/webp'
  })
})

test('what cannot be sent is said before anything is sent', () => {
  expect(whyNot(file('setup.exe'))).toBe('kind')
  expect(whyNot(file('page.html', 10, 'text/html'))).toBe('kind')
  expect(whyNot(file('drawing.svg', 10, 'image/svg+xml'))).toBe('kind')
  expect(whyNot(file('empty.pdf', 0))).toBe('empty')
  expect(whyNot(file('film.mp4', largest + 1))).toBe('too_large')
  expect(whyNot(file('offer.PDF'))).toBeNull()
})

test('a photo over the limit is fine: it is made smaller first; an animation is not', () => {
  expect(whyNot(file('photo.jpg', 40_000_000, 'image/jpeg'))).toBeNull()
  expect(whyNot(file('dance.gif', 40_000_000, 'image/gif'))).toBe('too_large')
})

test('a pasted picture needs no ending', () => {
  expect(kindOf('image', 'image/png')).toBe('image')
  expect(kindOf('blob', 'application/octet-stream')).toBeNull()
})

test('sizes are said as people read them', () => {
  expect([sizeText(12), sizeText(312_400), sizeText(1_440_000)]).toEqual(['1 KB', '312 KB', '1.4 MB'])
})
