/** What the server takes from visitors (it looks at the content; this is only to say it kindly, and before the upload). */
export const largest = 25 * 1024 * 1024

const kinds = {
  image: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'heic'],
  audio: ['mp3', 'ogg', 'm4a', 'wav'],
  video: ['mp4', 'webm'],
  document: ['pdf', 'txt', 'csv', 'log', 'docx', 'xlsx', 'pptx', 'odt', 'zip']
} as const

export type Kind = keyof typeof kinds

const endings = ([] as string[]).concat(kinds.image, kinds.audio, kinds.video, kinds.document)

/** For the browser's own file dialog. */
export const acceptFiles = endings.map((ending) => `.${ending}`).join(',')

export function kindOf(name: string, type: string): Kind | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  for (const kind of Object.keys(kinds) as Kind[]) if ((kinds[kind] as readonly string[]).includes(ending)) return kind
  // A pasted picture may come without an ending.
  return /^image\/(png|jpeg|gif|webp|avif|heic)$/.test(type) ? 'image' : null
}

export type FileRefusal = 'empty' | 'kind' | 'too_large'

/** Why this file cannot be sent, or null. A large photo can: it is made smaller first. */
export function whyNot(file: { name: string; type: string; size: number }): FileRefusal | null {
  const kind = kindOf(file.name, file.type)
  if (!kind) return 'kind'
  if (file.size === 0) return 'empty'
  const shrinks = kind === 'image' && !/gif$/i.test(file.type)
  return file.size > largest && !shrinks ? 'too_large' : null
}

/** 1.4 MB, 312 KB: as people read it. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
