import { expect, test } from 'bun:test'
import { linksIn } from '#src/widget/chat/links.ts'

const hrefs = (text: string) => linksIn(text).flatMap(({ href }) => href ?? [])
const whole = (text: string) =>
  linksIn(text)
    .map((part) => part.text)
    .join('')

test('only http, https, mailto and tel become links', () => {
  expect(hrefs('https://tea.example/p?id=3#x http://a.example mailto:a@b.example tel:+8613800000000')).toEqual([
    'https://tea.example/p?id=3#x',
    'http://a.example/',
    'mailto:a@b.example',
    'tel:+8613800000000'
  ])
})

test('nothing that could run code or hide where it leads becomes a link', () => {
  const hostile = [
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'jAva\tscript:alert(1)',
    '//evil.example/x',
    'https://bank.com@evil.example/',
    'https://user:secret@evil.example/',
    'file:///etc/passwd',
    'https://',
    `https://a.example/${'x'.repeat(2_100)}`
  ]
  expect(hostile.flatMap(hrefs)).toEqual([])
})

test('the text of a link is the address itself, with the host as the network knows it', () => {
  expect(linksIn('https://аррӏе.com/login')[0]).toEqual({ text: 'https://xn--80ak6aa92e.com/login', href: 'https://xn--80ak6aa92e.com/login' })
  expect(linksIn('HTTPS://Tea.Example/Über')[0]?.text).toBe('https://tea.example/Über')
})

test('signs that turn or hide text end an address', () => {
  expect(hrefs('https://a.example/\u202egpj.exe')).toEqual(['https://a.example/'])
  expect(hrefs('https://good.example\\@evil.example')).toEqual(['https://good.example/'])
})

test('punctuation of the sentence stays outside, brackets of the address inside', () => {
  expect(hrefs('见 https://tea.example/a，谢谢')).toEqual(['https://tea.example/a'])
  expect(hrefs('(see https://tea.example/a).')).toEqual(['https://tea.example/a'])
  expect(hrefs('https://en.example/wiki/Tea_(drink)')).toEqual(['https://en.example/wiki/Tea_(drink)'])
})

test('no character of a message is lost', () => {
  for (const text of ['没有链接', 'a https://b.example c https://d.example', 'https://x@y.example 与 https://z.example。', '']) expect(whole(text)).toBe(text)
})
