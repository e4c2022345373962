import type { FileView } from '#src/web/visitor/frames.ts'
import { type Child, h, icon } from '../dom.ts'
import { sizeText } from './file-rules.ts'
import { icons } from './icons.ts'
import { linksIn } from './links.ts'
import type { OwnFile } from './outbox.ts'
import type { Say } from './say.ts'

const widest = 220
const highest = 280

export type BubbleActs = {
  openPicture(file: FileView): void
  renew(id: string): void
  addressOf(file: FileView): string
  /** False: the address ran out; the download starts when the new one is here. */
  ready(id: string): boolean
}

/** What was said, as text only: line breaks kept, safe addresses clickable, each message its own direction. */
export function textBubble(text: string, mine: boolean): HTMLElement {
  const body = h('bdi', { dir: 'auto' }, ...linksIn(text).map(partOf))
  return h('div', { class: mine ? 'kf-m kf-me' : 'kf-m' }, body)
}

function partOf({ text, href }: { text: string; href: string | null }): Child {
  return href ? h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow ugc' }, text) : text
}

export function fileBubble(file: FileView, mine: boolean, say: Say, acts: BubbleActs): HTMLElement {
  if (file.kind === 'image') return picture(file, mine, say, acts)
  if (file.kind === 'document') return attachment(file, say, acts)
  return player(file, acts)
}

/** The box is there before the picture: nothing jumps when it comes. An address that ran out is asked for anew, once. */
function picture(file: FileView, mine: boolean, say: Say, acts: BubbleActs): HTMLElement {
  const { width, height } = boxOf(file.width, file.height)
  const image = h('img', { src: acts.addressOf(file), alt: file.name, width, height, loading: 'lazy', decoding: 'async', 'data-file': file.id })
  image.addEventListener('error', () => acts.renew(file.id), { once: true })
  const open = h(
    'button',
    { type: 'button', class: 'kf-pic-open', 'aria-label': say('picture.open', { name: file.name }), onclick: () => acts.openPicture(file) },
    image
  )
  return h('div', { class: `kf-m kf-pic${mine ? ' kf-me' : ''}` }, open)
}

function attachment(file: FileView, say: Say, acts: BubbleActs): HTMLElement {
  const link = h('a', { class: 'kf-m kf-file', href: acts.addressOf(file), target: '_blank', rel: 'noopener', 'data-file': file.id, title: file.name })
  link.append(icon(icons.file), h('span', {}, nameWithEnding(file.name), h('small', {}, sizeText(file.bytes))), icon(icons.download))
  link.addEventListener('click', (event) => {
    if (!acts.ready(file.id)) event.preventDefault()
  })
  link.setAttribute('aria-label', say('file.get', { name: file.name, size: sizeText(file.bytes) }))
  return link
}

function player(file: FileView, acts: BubbleActs): HTMLElement {
  const media = h(file.kind === 'video' ? 'video' : 'audio', {
    controls: true,
    preload: 'none',
    src: acts.addressOf(file),
    'data-file': file.id,
    'aria-label': file.name
  })
  if (file.kind === 'video') media.setAttribute('playsinline', '')
  media.addEventListener('error', () => acts.renew(file.id), { once: true })
  return h('div', { class: 'kf-m kf-media' }, media)
}

/** A file on its way, or sent and not yet described by the server. */
export function ownFileBubble(file: OwnFile): HTMLElement {
  const drawing = icon(file.kind === 'image' ? icons.image : icons.file)
  if (!file.preview) return h('div', { class: 'kf-m kf-file' }, drawing, h('span', {}, nameWithEnding(file.name), h('small', {}, sizeText(file.bytes))))
  return h('div', { class: 'kf-m kf-pic kf-me' }, h('img', { src: file.preview, alt: file.name, ...boxOf(file.width, file.height) }))
}

/** A long name is cut before its ending, which says what it is. */
function nameWithEnding(name: string): HTMLElement {
  const dot = name.lastIndexOf('.')
  const cut = dot > 0 && name.length - dot <= 6 ? dot : name.length
  return h('b', {}, h('bdi', {}, name.slice(0, cut)), name.slice(cut))
}

export function boxOf(width: number | null, height: number | null): { width: number; height: number } {
  if (!width || !height) return { width: 180, height: 135 }
  const scale = Math.min(1, widest / width, highest / height)
  return { width: Math.max(48, Math.round(width * scale)), height: Math.max(48, Math.round(height * scale)) }
}
