import { describe, expect, test } from 'bun:test'
import { type Child, raw } from '#jsx'
import { jsx } from '#jsx/jsx-runtime'
import { attribute } from '#views/jsx/attributes.ts'

/* V02: the runtime itself, without any view. */

const shown = (type: string, props: Record<string, unknown>) => String(jsx(type, props as { children?: Child }))

describe('an attribute that could run code is refused, whoever wrote it', () => {
  const names = [
    'onclick',
    'onError',
    'ONLOAD',
    'hx-on:click',
    'hx-on::after-swap',
    'HX-ON:load',
    'data-hx-get',
    'style',
    'STYLE',
    'srcdoc',
    'innerHTML',
    'hx-vals',
    'hx-vars',
    'xmlns:x'
  ]
  test.each(names)('%s', (name) => {
    expect(() => attribute(name, 'alert(1)')).toThrow('may not write')
    expect(() => shown('b', { [name]: 'alert(1)', children: 'x' })).toThrow('may not write')
  })
  test.each(['', ' ', 'a b', 'a"', "a'", 'a>', 'a=b', '1a', '<script', 'a/b', 'a\nb', '__proto__ x'])('a name that is none: %p', (name) => {
    expect(() => attribute(name, 'x')).toThrow('may not write')
  })
  test.each([{}, [], () => 'x', Symbol('x'), new Date(0), raw('<b>')].map((value) => ({ value })))('a value that is no text: %p', ({ value }) => {
    expect(() => attribute('title', value)).toThrow()
  })
})

test('an address runs nothing: other schemes are left out, however they are written', () => {
  const hostile = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    '\u200bjavascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:x',
    'file:///etc/passwd',
    'x:y'
  ]
  for (const name of ['href', 'src', 'action', 'formaction', 'poster', 'data', 'xlink:href', 'hx-get', 'hx-post', 'hx-delete', 'hx-push-url', 'hx-ws:connect'])
    for (const address of hostile) expect([name, address, attribute(name, address)]).toEqual([name, address, ''])
  for (const address of ['/a', 'a/b', '?q=1', '#x', 'https://a.example', 'mailto:a@b.example', 'tel:+86', '//a.example/b:c', '/a:b'])
    expect(attribute('href', address)).toBe(` href="${address}"`)
})

test('what stands in an attribute stays in it, and what stands between tags stays text', () => {
  const hostile = `"'><script>alert(1)</script>&lt;`
  const escaped = '&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;'
  expect(shown('p', { title: hostile, children: hostile })).toBe(`<p title="${escaped}">${escaped}</p>`)
  expect(shown('p', { children: [hostile, [hostile], null, false, 7] })).toBe(`<p>${escaped}${escaped}7</p>`)
})

test('an object is never markup, whatever it says of itself', () => {
  const pretenders = [
    { markup: '<b>x</b>' },
    { toString: () => '<b>x</b>' },
    { __html: '<b>x</b>' },
    JSON.parse('{"markup":"<b>","__proto__":{"markup":"<b>"}}'),
    () => '<b>'
  ]
  for (const pretender of pretenders) expect(() => shown('p', { children: pretender })).toThrow()
})

test('a spread of somebody’s object adds nothing that runs', () => {
  const theirs = JSON.parse('{"title":"x","onclick":"alert(1)"}') as Record<string, unknown>
  expect(() => shown('b', { ...theirs })).toThrow('may not write')
  const polluted = JSON.parse('{"__proto__":{"onclick":"alert(1)"},"title":"x"}') as Record<string, unknown>
  expect(() => shown('b', { ...polluted })).toThrow()
  expect(() => shown('b', Object.create({ onclick: 'alert(1)' }))).toThrow('inherited')
  for (const tag of ['style', 'base', 'object', 'embed']) expect(() => shown(tag, {})).toThrow('may not write')
})
