import { type Attached, type Attachments, attachmentsIn } from './attachments.ts'
import { grow, insertAtCaret, isSendKey } from './composing.ts'
import { type Draft, draftOf } from './drafts.ts'
import { newKey, type Outbox } from './outbox.ts'
import { type PageFacts, speak } from './page.ts'

/**
 * Where one answers. What is sent goes into the outbox first, and only then out of the field; what is not sent is a draft. The form's own
 * `action` does the same without this program.
 */
export class OpenComposer {
  private readonly conversation: number
  private readonly field: HTMLTextAreaElement
  private readonly draft: Draft
  private readonly attachments: Attachments
  private readonly over = new AbortController()
  private isWaiting = false

  constructor(
    private readonly page: PageFacts,
    readonly form: HTMLFormElement,
    private readonly outbox: Outbox,
    private readonly sent: () => void
  ) {
    this.conversation = Number(form.dataset.conversation)
    this.field = form.querySelector<HTMLTextAreaElement>('[data-composer-text]') ?? document.createElement('textarea')
    this.draft = draftOf(page, this.conversation, this.field.value, (state) =>
      this.say(state === 'saved' && this.field.value !== '' ? 'desk.client.draft_saved' : null)
    )
    const place = form.querySelector<HTMLElement>('[data-composer-attached]') ?? form
    this.attachments = attachmentsIn(page, place, `/conversations/${this.conversation}/files`)
    this.listen()
    this.restore()
  }

  /** The page goes on without this composer: what is written stays. */
  close(): void {
    this.draft.leave()
    this.attachments.clear()
    this.over.abort()
  }

  leave(): void {
    this.draft.leave()
  }

  focus(): void {
    this.field.focus({ preventScroll: true })
  }

  attach(files: Iterable<File>): void {
    this.attachments.add(files)
    this.focus()
  }

  private listen(): void {
    const { form, field } = this
    const { signal } = this.over
    form.addEventListener('submit', (event) => this.submitted(event), { signal })
    field.addEventListener('keydown', (event) => isSendKey(event) && this.submitted(event), { signal })
    field.addEventListener('input', () => this.changed(), { signal })
    field.addEventListener('paste', (event) => this.pasted(event), { signal })
    form.addEventListener('kefu:insert', (event) => insertAtCaret(field, (event as CustomEvent<string>).detail), { signal })
    for (const tool of ['picture', 'file']) {
      form.querySelector(`[data-tool=${tool}]`)?.addEventListener('click', () => this.choose(tool === 'picture' ? 'image/*' : ''), { signal })
    }
    window.addEventListener('pagehide', () => this.draft.leave(), { signal })
  }

  private restore(): void {
    const unsaved = this.draft.unsaved()
    if (unsaved !== null && unsaved !== this.field.value) {
      this.field.value = unsaved
      this.draft.write(unsaved)
    }
    grow(this.field)
  }

  private changed(): void {
    grow(this.field)
    this.draft.write(this.field.value)
  }

  private submitted(event: Event): void {
    event.preventDefault()
    if (this.isWaiting) return
    if (this.attachments.isEmpty()) this.send([])
    else void this.sendWithFiles()
  }

  /** The files first, each a message of its own, then the words. */
  private async sendWithFiles(): Promise<void> {
    this.isWaiting = true
    this.say('desk.client.sends_after_upload')
    try {
      this.send(await this.attachments.take())
    } catch {
      this.say('desk.client.upload_first')
    } finally {
      this.isWaiting = false
    }
  }

  private send(files: Attached[]): void {
    const text = this.field.value
    for (const { file, name } of files) this.outbox.add({ key: newKey(), conversation: this.conversation, text: '', file, fileName: name })
    if (text.trim() !== '') this.outbox.add({ key: newKey(), conversation: this.conversation, text, file: null, fileName: null })
    if (files.length === 0 && text.trim() === '') return
    this.field.value = ''
    this.changed()
    this.say(null)
    this.sent()
  }

  private pasted(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])]
    // Office programs put a picture of the text beside the text: then the text is meant.
    if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return
    event.preventDefault()
    this.attach(files)
  }

  private choose(accept: string): void {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.accept = accept
    input.addEventListener('change', () => this.attach(input.files ?? []))
    input.click()
  }

  private say(key: string | null): void {
    const state = this.form.querySelector('[data-composer-state]')
    if (state) state.textContent = key === null ? '' : speak(this.page, key)
  }
}
