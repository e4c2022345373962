/*
 * What may be sent, by content. A format is what the bytes are; its endings are the names it may go by, the first one
 * being what a name without an ending gets.
 */

export type FileKind = 'image' | 'audio' | 'video' | 'document' | 'portrait'

type Described = { type: string; kind: Exclude<FileKind, 'portrait'>; endings: readonly string[] }

const described = {
  png: { type: 'image/png', kind: 'image', endings: ['png', 'apng'] },
  jpeg: { type: 'image/jpeg', kind: 'image', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  gif: { type: 'image/gif', kind: 'image', endings: ['gif'] },
  webp: { type: 'image/webp', kind: 'image', endings: ['webp'] },
  avif: { type: 'image/avif', kind: 'image', endings: ['avif'] },
  heic: { type: 'image/heic', kind: 'image', endings: ['heic', 'heif'] },
  pdf: { type: 'application/pdf', kind: 'document', endings: ['pdf'] },
  txt: { type: 'text/plain', kind: 'document', endings: ['txt'] },
  csv: { type: 'text/csv', kind: 'document', endings: ['csv'] },
  log: { type: 'text/plain', kind: 'document', endings: ['log'] },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', kind: 'document', endings: ['docx'] },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', kind: 'document', endings: ['xlsx'] },
  pptx: { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', kind: 'document', endings: ['pptx'] },
  odt: { type: 'application/vnd.oasis.opendocument.text', kind: 'document', endings: ['odt'] },
  zip: { type: 'application/zip', kind: 'document', endings: ['zip'] },
  mp3: { type: 'audio/mpeg', kind: 'audio', endings: ['mp3'] },
  ogg: { type: 'audio/ogg', kind: 'audio', endings: ['ogg', 'oga', 'opus'] },
  m4a: { type: 'audio/mp4', kind: 'audio', endings: ['m4a', 'm4b', 'mp4'] },
  wav: { type: 'audio/wav', kind: 'audio', endings: ['wav'] },
  mp4: { type: 'video/mp4', kind: 'video', endings: ['mp4', 'm4v'] },
  webm: { type: 'video/webm', kind: 'video', endings: ['webm'] },
  weba: { type: 'audio/webm', kind: 'audio', endings: ['webm', 'weba'] }
} as const satisfies Record<string, Described>

export type Format = keyof typeof described

export const formats: Record<Format, Described> = described

const types = new Set<string>(Object.values(formats).map(({ type }) => type))

/** A stored type as it may be said to a browser: one of ours, or nothing that means anything. */
export function servedType(type: string): string {
  return types.has(type) ? type : 'application/octet-stream'
}

/** The same bytes may be one of several formats; then the name says which. */
const alsoKnownAs: Partial<Record<Format, readonly Format[]>> = {
  txt: ['csv', 'log'],
  docx: ['zip'],
  xlsx: ['zip'],
  pptx: ['zip'],
  odt: ['zip'],
  mp4: ['m4a']
}

/** The format of content that was found to be `found` under a name with this ending; null when the name says something else. */
export function agreedFormat(found: Format, ending: string | null): Format | null {
  if (ending === null) return found
  return [found, ...(alsoKnownAs[found] ?? [])].find((format) => formats[format].endings.includes(ending)) ?? null
}

/** What follows a name's last dot, in lower case. An ending begins with a letter: "v1.2" has none. */
export function endingOf(name: string): string | null {
  return /\.([a-z][a-z0-9]{0,9})$/i.exec(name)?.[1]?.toLowerCase() ?? null
}
