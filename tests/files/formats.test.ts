import { expect, test } from 'bun:test'
import { inspect } from '#src/files/inspect.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { bytesOf, docx, gif, heif, isoMedia, jpeg, mp3, odt, ogg, pdf, png, pptx, wav, webm, webp, xlsx, zip } from '#tests/support/files.ts'

const typeOf = (bytes: Uint8Array, name: string) => inspect(bytes, name, false).type
const kindOf = (bytes: Uint8Array, name: string) => inspect(bytes, name, false).kind
function refused(bytes: Uint8Array, name: string, asPortrait = false): string {
  try {
    return `taken as ${inspect(bytes, name, asPortrait).type}`
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'unsupported') return error.say
    throw error
  }
}

test.each<[string, Uint8Array, string]>([
  ['a.png', png(), 'image/png'],
  ['a.JPG', jpeg(), 'image/jpeg'],
  ['from-chrome.jfif', jpeg(), 'image/jpeg'],
  ['a.gif', gif(), 'image/gif'],
  ['a.webp', webp(3, 3), 'image/webp'],
  ['a.avif', heif('avif', 3, 3), 'image/avif'],
  ['a.heic', heif('heic', 3, 3), 'image/heic'],
  ['a.heif', heif('mif1', 3, 3), 'image/heic'],
  ['a.pdf', pdf(), 'application/pdf'],
  ['a.txt', bytesOf('hello'), 'text/plain'],
  ['a.log', bytesOf('\x1b[31mred\x1b[0m'), 'text/plain'],
  ['a.csv', new TextEncoder().encode('\ufeff名称,价格\r\n茶,3'), 'text/csv'],
  ['gb.txt', new Uint8Array([0xc4, 0xe3, 0xba, 0xc3]), 'text/plain'],
  ['a.zip', zip({ 'a/b.txt': 'b' }), 'application/zip'],
  ['a.zip', docx(), 'application/zip'],
  ['empty.zip', bytesOf(`PK\x05\x06${'\0'.repeat(18)}`), 'application/zip'],
  ['a.docx', docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['a.xlsx', xlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['a.pptx', pptx(), 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['a.odt', odt(), 'application/vnd.oasis.opendocument.text'],
  ['a.mp3', mp3(), 'audio/mpeg'],
  ['no-tag.mp3', mp3().subarray(10), 'audio/mpeg'],
  ['a.ogg', ogg(), 'audio/ogg'],
  ['a.opus', ogg(), 'audio/ogg'],
  ['a.m4a', isoMedia('M4A '), 'audio/mp4'],
  ['recorder.m4a', isoMedia('mp42'), 'audio/mp4'],
  ['a.wav', wav(), 'audio/wav'],
  ['a.mp4', isoMedia('isom'), 'video/mp4'],
  ['a.webm', webm(), 'video/webm'],
  ['voice.webm', webm('A_OPUS'), 'audio/webm']
])('%s is taken for what it is', (name, bytes, type) => {
  expect(typeOf(bytes, name)).toBe(type)
})

test('pictures, sounds, films and documents are told apart', () => {
  expect([kindOf(gif(), 'a.gif'), kindOf(ogg(), 'a.ogg'), kindOf(webm(), 'a.webm'), kindOf(pdf(), 'a.pdf')]).toEqual(['image', 'audio', 'video', 'document'])
})

test.each<[string, Uint8Array]>([
  ['page.png', bytesOf('<!doctype html><script>alert(1)</script>')],
  ['page.txt', bytesOf('\n <HTML><body>')],
  ['page-with-mark.txt', bytesOf('\xef\xbb\xbf<html>')],
  ['drawing.svg', bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['drawing.txt', bytesOf('<?xml version="1.0"?><svg/>')],
  ['archive.txt', bytesOf('MIME-Version: 1.0\r\nContent-Type: multipart/related')],
  ['flash.png', bytesOf('FWS\x05\x9f\0\0\0')],
  ['program.pdf', bytesOf('MZ\x90\0\x03\0\0\0')],
  ['program.txt', bytesOf('\x7fELF\x02\x01\x01')],
  ['nul.txt', bytesOf('text\0text')],
  ['wide.txt', bytesOf('\xff\xfet\0e\0')],
  ['film.ogg', ogg('\x80theora')],
  ['film.mov', isoMedia('qt  ')],
  ['film.mkv', bytesOf(`\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska${' '.repeat(64)}`)],
  ['riff.wav', bytesOf('RIFF\x24\0\0\0AVI LIST')],
  ['a.heic', isoMedia('mif1')],
  ['raw.mp3', bytesOf('\xff\xf1\x50\x80')]
])('%s is not on the list', (name, bytes) => {
  expect(refused(bytes, name)).toBe('files.type')
})

test.each<[string, Uint8Array]>([
  ['report.docx', zip({ 'a.txt': 'a' })],
  ['report.docx', xlsx()],
  ['photo.png', jpeg()],
  ['photo.png', bytesOf('just words')],
  ['script.js', bytesOf('alert(1)')],
  ['page.html', bytesOf('plain words')],
  ['bunfig.toml', bytesOf('preload = ["./x.ts"]')],
  ['photo.exe', png()],
  ['\u202egpj.exe', jpeg()],
  ['report.pdf.exe', pdf()],
  ['sound.mp4', mp3()],
  ['film.m4a', webm()]
])('%s is refused when its content is something else', (name, bytes) => {
  expect(refused(bytes, name)).toBe('files.mismatch')
})

test('a picture that goes on as a script or an archive is a picture and nothing else', () => {
  expect(typeOf(gif(5, 4, '=1;alert(1)//'), 'a.gif')).toBe('image/gif')
  expect(refused(gif(5, 4, '=1;alert(1)//'), 'a.js')).toBe('files.mismatch')
  expect(refused(new Uint8Array([...png(), ...zip({ 'word/document.xml': '' })]), 'a.docx')).toBe('files.mismatch')
})

test.each<[string, Uint8Array, string]>([
  ['photo', png(), 'photo.png'],
  ['截图', jpeg(), '截图.jpg'],
  ['version 1.2', pdf(), 'version 1.2.pdf'],
  ['../../etc/passwd', bytesOf('root:x:0:0'), 'passwd.txt'],
  ['..\\..\\x', png(), 'x.png'],
  ['a\0.png', png(), 'a.png'],
  ['.htaccess', bytesOf('deny from all'), 'htaccess.txt'],
  ['\u200b.htaccess', bytesOf('deny from all'), 'htaccess.txt'],
  ['"\r\nX: y', png(), '_ X_ y.png'],
  ['', png(), 'file.png'],
  ['CON', png(), '_CON.png'],
  ['-rf.png', png(), '_rf.png'],
  ['%2e%2e%2f', png(), '%2e%2e%2f.png'],
  ['🍵茶.png', png(), '🍵茶.png']
])('the name %p is only text', (name, bytes, shown) => {
  expect(inspect(bytes, name, false).name).toBe(shown)
})

test('a name of ten kilobytes keeps its true ending within 150 characters', () => {
  const { name } = inspect(png(), '长'.repeat(10_000), false)
  expect(name.length).toBe(150)
  expect(name.endsWith('长.png')).toBe(true)
})

test('pictures of people are PNG, JPEG or WebP', () => {
  expect(inspect(webp(9, 9), 'me.webp', true).kind).toBe('portrait')
  expect([refused(gif(), 'me.gif', true), refused(pdf(), 'me.pdf', true)]).toEqual(['files.portrait', 'files.portrait'])
})
