import { expect, test } from 'bun:test'
import { cleanBody, cleanFileName, cleanName, cut, isBlank } from '#src/platform/clean-text.ts'

test('control characters leave a message, line breaks and tabs stay', () => {
  expect(cleanBody('a\u0000b\u0007c\u001b[31md\u007fe\u0085f\u009bg\tin\nout')).toBe('abc[31mdefg\tin\nout')
})

test('every kind of line break becomes one', () => {
  expect(cleanBody('one\r\ntwo\rthree\u2028four\u2029five')).toBe('one\ntwo\nthree\nfour\nfive')
})

test('half a surrogate pair becomes U+FFFD, a whole one stays', () => {
  expect(cleanBody('a\ud83d b\ude00 c😀')).toBe('a\ufffd b\ufffd c😀')
  expect(cleanBody('\ud83d\u0000\ude00')).toBe('\ufffd\ufffd')
})

test('a message loses its blank ends only', () => {
  expect(cleanBody('\n  你好 \n\n 在吗?\t\n')).toBe('你好 \n\n 在吗?')
})

test('a message keeps its emoji families, flags and directions', () => {
  for (const text of ['👨‍👩‍👧‍👦', '❤️‍🔥', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '\u202bשלום\u202c!', 'ประเทศที่', 'đặt hàng', 'क्षत्रिय', '1️⃣']) expect(cleanBody(text)).toBe(text)
})

test('of two hundred marks on one letter four stay', () => {
  expect(cleanBody(`z${'\u0301'.repeat(200)}o`)).toBe(`z${'\u0301'.repeat(4)}o`)
  expect(cleanBody(`z${'\u0301\u200d'.repeat(200)}o`)).toBe(`z${'\u0301\u200d'.repeat(4)}o`)
})

test('a megabyte of marks is cleaned in a moment', () => {
  const began = performance.now()
  cleanBody('\u0301\u200d'.repeat(500_000))
  cleanName(`${'\u0301'.repeat(3)}${'\u200d'.repeat(300_000)}`.repeat(3), 100)
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('a name loses what cannot be seen', () => {
  const unseen = [0x200b, 0x200e, 0x200f, 0x202a, 0x202e, 0x2060, 0x2069, 0xfeff, 0x061c, 0xe0041].map((code) => String.fromCodePoint(code))
  for (const sign of unseen) expect(cleanName(`Ad${sign}min${sign}`, 50)).toBe('Admin')
})

test('a name is one line, composed, with single spaces', () => {
  expect(cleanName('  Ana\n\r\n \u3000Mari\u0301a\t', 50)).toBe('Ana María')
})

test('fullwidth signs in a name stay what they are', () => {
  expect(cleanName('＜script＞', 50)).toBe('＜script＞')
})

test('marks that were kept apart by something invisible do not pile up in a name', () => {
  expect(cleanName(`z${'\u0323\u200b'.repeat(40)}`, 50).length).toBeLessThanOrEqual(5)
})

test('a cut never splits a pair and leaves no blank at the end', () => {
  expect(cut('ab😀', 3)).toBe('ab')
  expect(cut('ab😀', 4)).toBe('ab😀')
  expect(cut('', 0)).toBe('')
  expect(cleanName('abc def', 4)).toBe('abc')
})

test('cleaning twice changes nothing', () => {
  for (const text of [' a\r\n\u0000b ', `z${'\u0301'.repeat(9)}`, '\ud800', '\ufeff x \u2028']) {
    expect(cleanBody(cleanBody(text))).toBe(cleanBody(text))
    expect(cleanName(cleanName(text, 20), 20)).toBe(cleanName(text, 20))
  }
})

test('a text of invisible signs counts as blank, an emoji does not', () => {
  for (const text of ['', ' \n', '\u200b\u200d', '\u2800', '\u3164', '\u0301', '\u00ad']) expect(isBlank(text)).toBe(true)
  for (const text of ['0', '😀', '你', '❤️']) expect(isBlank(text)).toBe(false)
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\x', 'x'],
  ['C:\\fakepath\\合同.pdf', '合同.pdf'],
  ['a\0.png', 'a.png'],
  ['CON', '_CON'],
  ['con.txt', '_con.txt'],
  ['lpt1.tar.gz', '_lpt1.tar.gz'],
  ['console.log', 'console.log'],
  ['.htaccess', 'htaccess'],
  ['\u200b.htaccess', 'htaccess'],
  ['.env', 'env'],
  ['bunfig.toml', 'bunfig.toml'],
  ['\u202egpj.exe', 'gpj.exe'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['"\r\nX: y"', '_ X_ y_'],
  ['--help', '_help'],
  ['%2e%2e%2fpasswd', '%2e%2e%2fpasswd'],
  ['name. . ', 'name'],
  ['照片 😀.jpg', '照片 😀.jpg'],
  ['', 'file'],
  ['...', 'file'],
  ['a/', 'file'],
  ['\u200b\u202e', 'file']
])('the file name %j is shown as %j', (given, shown) => {
  expect(cleanFileName(given)).toBe(shown)
})

test('a file name of 10 kB is cut to 150 and keeps its ending', () => {
  const name = cleanFileName(`${'😀'.repeat(5_000)}.jpeg`)
  expect(name.length).toBeLessThanOrEqual(150)
  expect(name).toEndWith('😀.jpeg')
  expect(cleanFileName(`a.${'x'.repeat(10_000)}`).length).toBe(150)
})
