import { h, icon } from '../dom.ts'
import { meansSend } from './enter.ts'
import { acceptFiles } from './file-rules.ts'
import { icons } from './icons.ts'
import { popup } from './popup.ts'
import type { Say } from './say.ts'

const lines = 6
export const longestMessage = 8_000

export type Composer = {
  element: HTMLElement
  text(): string
  write(text: string): void
  insert(text: string): void
  focus(): void
  /** Takes the height that its text needs; before it is on the page nothing can be measured. */
  fit(): void
}

export type ComposerActs = {
  send(text: string): void
  /** So many signs too many. */
  tooLong(by: number): void
  typed(text: string): void
  files(files: File[]): void
  emoji(button: HTMLElement): void
}

/** Where the visitor writes. Enter sends, Shift+Enter is a new line, an input method's Enter is its own. */
export function makeComposer(say: Say, acts: ComposerActs): Composer {
  const field = h('textarea', { rows: 1, placeholder: say('write'), 'aria-label': say('message'), enterkeyhint: 'send', autocomplete: 'off' })
  const pictures = picker({ accept: 'image/*', multiple: true })
  const files = picker({ accept: acceptFiles, multiple: true })
  const add = popup({
    button: h('button', { type: 'button', class: 'kf-btn', 'aria-label': say('attach'), title: say('attach') }, icon(icons.plus)),
    choices: () => [
      { icon: icons.image, text: say('attach.picture'), act: () => pictures.click() },
      { icon: icons.file, text: say('attach.file'), act: () => files.click() }
    ]
  })
  const smile = h('button', { type: 'button', class: 'kf-btn', 'aria-label': say('emoji'), title: say('emoji'), 'aria-expanded': 'false' }, icon(icons.smile))
  const button = h('button', { type: 'submit', class: 'kf-btn kf-send', 'aria-label': say('send'), title: say('send') }, icon(icons.send))
  const element = h('form', { class: 'kf-write', onsubmit: submit }, add, field, smile, button, pictures, files)

  smile.addEventListener('click', () => acts.emoji(smile))
  field.addEventListener('input', () => {
    grow()
    acts.typed(field.value)
  })
  field.addEventListener('keydown', (event) => {
    if (meansSend(event)) submit(event)
  })
  field.addEventListener('paste', (event) => {
    const pasted = Array.from(event.clipboardData?.files || [])
    if (pasted.length === 0) return
    event.preventDefault()
    acts.files(pasted)
  })

  function picker(attributes: { accept: string; multiple: boolean }): HTMLInputElement {
    const input = h('input', { type: 'file', hidden: true, tabindex: -1, 'aria-hidden': 'true', ...attributes })
    input.addEventListener('change', () => {
      acts.files(Array.from(input.files || []))
      input.value = ''
    })
    return input
  }

  function submit(event: Event): void {
    event.preventDefault()
    const text = field.value
    field.focus()
    if (text.trim() === '') return
    // Nothing is cut in silence: the words stay where they are until there are fewer.
    if (text.length > longestMessage) return acts.tooLong(text.length - longestMessage)
    write('')
    acts.send(text)
  }

  function write(text: string): void {
    field.value = text
    grow()
  }

  function grow(): void {
    field.style.height = ''
    if (field.value === '' || field.offsetHeight === 0) return
    const least = field.offsetHeight
    field.style.height = `${Math.max(least, Math.min(field.scrollHeight, least + (lines - 1) * 22))}px`
  }

  return {
    element,
    text: () => field.value,
    write,
    insert(text) {
      const { selectionStart: from, selectionEnd: to } = field
      field.setRangeText(text, from, to, 'end')
      field.dispatchEvent(new Event('input'))
    },
    focus: () => field.focus({ preventScroll: true }),
    fit: grow
  }
}

/** Files dropped anywhere on the window. */
export function takeDrops(place: HTMLElement, take: (files: File[]) => void): void {
  const bringsFiles = ({ dataTransfer }: DragEvent) => dataTransfer !== null && Array.from(dataTransfer.types).includes('Files')
  const mark = (on: boolean) => place.classList.toggle('kf-dropping', on)
  place.addEventListener('dragover', (event) => {
    if (!bringsFiles(event)) return
    event.preventDefault()
    mark(true)
  })
  place.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!relatedTarget) mark(false)
  })
  place.addEventListener('drop', (event) => {
    mark(false)
    if (!bringsFiles(event)) return
    event.preventDefault()
    take(Array.from(event.dataTransfer?.files || []))
  })
}
