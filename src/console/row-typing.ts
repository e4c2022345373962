/*
 * While the visitor of the open thread types, the row in the list says so in place of the last words. The preview under the thread is the
 * only thing that is told; the row follows it, and gets its own words back when it ends.
 */

const replaced = new WeakMap<Element, Node[]>()

export function followTyping(): void {
  const preview = document.querySelector('#content .typing-place')
  const id = preview?.id.replace('typing-', '')
  const line = id ? document.querySelector(`#c${CSS.escape(id)} .conv-last`) : null
  for (const other of document.querySelectorAll('.conv-last[data-typing]')) if (other !== line) putBack(other)
  const text = preview?.querySelector('bdi')?.textContent ?? ''
  if (!line || line.querySelector('.draft')) return
  if (text === '') putBack(line)
  else show(line, text)
}

function show(line: Element, text: string): void {
  const template = document.querySelector<HTMLTemplateElement>('#row-typing')
  const words = template?.content.cloneNode(true)
  if (!(words instanceof DocumentFragment)) return
  if (!replaced.has(line)) replaced.set(line, [...line.childNodes])
  const place = words.querySelector('bdi')
  if (place) place.textContent = text.slice(0, 200)
  line.setAttribute('data-typing', '')
  line.replaceChildren(words)
}

function putBack(line: Element): void {
  const before = replaced.get(line)
  if (!before) return
  replaced.delete(line)
  line.removeAttribute('data-typing')
  line.replaceChildren(...before)
}
