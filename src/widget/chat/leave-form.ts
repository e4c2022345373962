import { h, icon, set } from '../dom.ts'
import { icons } from './icons.ts'
import type { Say } from './say.ts'

export type Left = { text: string; name: string; email: string; phone: string }
export type Field = keyof Left

export type Asks = Record<'name' | 'email' | 'phone', 'off' | 'optional' | 'required'>

/** What is wrong with a message that is to be left, by field: the words under each field say what to do. */
export function faultsOf(left: Left, asks: Asks): Partial<Record<Field, string>> {
  const faults: Partial<Record<Field, string>> = {}
  const empty = (field: Field) => left[field].trim() === ''
  if (empty('text')) faults.text = 'form.text_missing'
  for (const field of ['name', 'phone', 'email'] as const) if (asks[field] === 'required' && empty(field)) faults[field] = `form.${field}_missing`
  if (!empty('email') && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(left.email.trim())) faults.email = 'form.email_wrong'
  if (!empty('phone') && (left.phone.match(/\d/g) || []).length < 5) faults.phone = 'form.phone_wrong'
  const reach = asks.phone === 'off' ? 'email' : 'phone'
  if (empty('email') && empty('phone') && !faults[reach]) faults[reach] = 'form.reach_missing'
  return faults
}

export type LeaveForm = {
  element: HTMLElement
  /** Puts in what is known and not yet typed. */
  fill(known: Partial<Left>): void
  values(): Left
  empty(): void
  /** The server's no to one field. */
  fault(field: string, text: string): void
}

/** Nobody is there: a message, and how to answer it. Keeps what was typed through `kept`. */
export function makeLeaveForm(say: Say, asks: Asks, acts: { kept(left: Left): void; leave(left: Left): void }): LeaveForm {
  const fields: Record<Field, HTMLInputElement | HTMLTextAreaElement> = {
    text: h('textarea', { class: 'kf-input', rows: 4, maxlength: 8_000, id: 'kf-text', name: 'text' }),
    name: h('input', { class: 'kf-input', type: 'text', maxlength: 80, id: 'kf-name', name: 'name', autocomplete: 'name' }),
    phone: h('input', { class: 'kf-input', type: 'tel', maxlength: 40, id: 'kf-phone', name: 'phone', autocomplete: 'tel', inputmode: 'tel' }),
    email: h('input', { class: 'kf-input', type: 'email', maxlength: 254, id: 'kf-email', name: 'email', autocomplete: 'email', inputmode: 'email' })
  }
  const asked = (Object.keys(fields) as Field[]).filter((field) => field === 'text' || asks[field] !== 'off')
  const hintFor = (field: Field) => (field === (asks.phone === 'off' ? 'email' : 'phone') ? say('form.reach') : '')
  const rows = asked.map(row)
  const element = h(
    'form',
    { class: 'kf-form', novalidate: true, onsubmit: submit, oninput: () => acts.kept(values()) },
    h('h1', {}, say('form.title')),
    h('p', {}, say('form.why')),
    ...rows,
    h('button', { type: 'submit', class: 'kf-submit' }, say('form.send'))
  )

  function row(field: Field): HTMLElement {
    const must = (field === 'text' || asks[field] === 'required') && h('span', { class: 'kf-need', 'aria-hidden': 'true' }, '*')
    const hint = h('span', { class: 'kf-hint', id: `kf-${field}-hint` }, hintFor(field))
    const label = h('label', { for: `kf-${field}` }, say(`form.${field}`), must)
    set(fields[field], { 'aria-describedby': `kf-${field}-hint`, 'aria-required': must ? 'true' : null })
    return h('div', { class: 'kf-field' }, label, fields[field], hint)
  }

  function submit(event: Event): void {
    event.preventDefault()
    const faults = faultsOf(values(), asks)
    for (const field of asked) show(field, say(faults[field] ?? ''))
    const wrong = asked.find((field) => faults[field])
    if (wrong) fields[wrong].focus()
    else acts.leave(values())
  }

  function show(field: Field, fault: string): void {
    const hint = element.querySelector(`#kf-${field}-hint`)
    set(fields[field], { 'aria-invalid': fault ? 'true' : null })
    if (!hint) return
    hint.className = fault ? 'kf-error' : 'kf-hint'
    hint.textContent = fault || hintFor(field)
    if (fault) hint.insertBefore(icon(icons.failed), hint.firstChild)
  }

  function values(): Left {
    return { text: fields.text.value, name: fields.name.value, email: fields.email.value, phone: fields.phone.value }
  }

  return {
    element,
    values,
    empty() {
      fields.text.value = ''
    },
    fill(known) {
      for (const field of Object.keys(fields) as Field[]) if (fields[field].value === '') fields[field].value = known[field] || ''
    },
    fault(field, text) {
      if (field in fields) show(field as Field, text)
    }
  }
}
