import { type PageFacts, speak } from './page.ts'
import { type Upload, upload } from './uploads.ts'

/*
 * What hangs on the composer before it is sent: each file with its progress and a way out (`#attachment` is the server's part). A message
 * waits for its files.
 */

export type Attached = { file: string; name: string }

export type Attachments = {
  add(files: Iterable<File>): void
  isEmpty(): boolean
  /** When all have arrived: takes them off and returns them. Rejects when one has failed; it stays, with the reason. */
  take(): Promise<Attached[]>
  clear(): void
}

const most = 10

type Row = { upload: Upload; element: HTMLElement }

export function attachmentsIn(page: PageFacts, place: HTMLElement, address: string): Attachments {
  const rows = new Set<Row>()

  function begin(file: File): void {
    const element = drawRow(file)
    if (!element) return
    const bar = element.querySelector('progress')
    const progress = (share: number) => bar?.setAttribute('value', String(Math.round(share * 100)))
    const row: Row = { element, upload: upload(page, address, file, progress) }
    rows.add(row)
    place.append(element)
    element.querySelector('[data-cancels]')?.addEventListener('click', () => drop(row))
    row.upload.arrived.then(
      () => bar?.remove(),
      (error: Error) => (error.message === '' ? drop(row) : refuse(row, error.message))
    )
  }

  function drop(row: Row): void {
    row.upload.cancel()
    row.element.remove()
    rows.delete(row)
  }

  return {
    add(files) {
      for (const file of files) if (rows.size < most) begin(file)
    },
    isEmpty: () => rows.size === 0,
    async take() {
      const taken = [...rows]
      const attached = await Promise.all(taken.map(async ({ upload }) => ({ file: await upload.arrived, name: upload.name })))
      for (const row of taken) {
        row.element.remove()
        rows.delete(row)
      }
      return attached
    },
    clear() {
      for (const row of [...rows]) drop(row)
    }
  }

  function refuse({ element }: Row, because: string): void {
    element.dataset.state = 'refused'
    element.querySelector('progress')?.remove()
    const words = element.querySelector('.dim')
    if (words) words.textContent = because
  }

  function drawRow(file: File): HTMLElement | null {
    const template = document.querySelector<HTMLTemplateElement>('#attachment-template')
    const element = template?.content.firstElementChild?.cloneNode(true)
    if (!(element instanceof HTMLElement)) return null
    element.removeAttribute('id')
    const name = element.querySelector('bdi')
    if (name) {
      name.textContent = file.name
      name.title = file.name
    }
    const size = element.querySelector('.dim')
    if (size) size.textContent = sizeOf(file.size)
    showThumbnail(element, file)
    const cancel = element.querySelector('[data-cancels]')
    cancel?.setAttribute('aria-label', speak(page, 'desk.client.cancel_upload', { name: file.name }))
    return element
  }
}

/** A small picture in place of the paper clip; a format that this browser cannot show keeps the clip. */
function showThumbnail(element: HTMLElement, file: File): void {
  if (!file.type.startsWith('image/')) return
  const picture = new Image(28, 28)
  picture.alt = ''
  picture.className = 'attachment-thumb'
  picture.onload = () => {
    element.querySelector('svg')?.replaceWith(picture)
    URL.revokeObjectURL(picture.src)
  }
  picture.onerror = () => URL.revokeObjectURL(picture.src)
  picture.src = URL.createObjectURL(file)
}

function sizeOf(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`
}
