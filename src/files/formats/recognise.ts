import { ascii, startsWith } from './bytes.ts'
import type { Format } from './formats.ts'
import { isoFormat } from './iso-media.ts'
import { looksLikeText } from './text.ts'
import { zipFormat } from './zip.ts'

/**
 * What the beginning of a file (its first 256 KiB) says it is, or null for anything that is not on the list. Only the
 * first bytes count: a picture that goes on as a script is served as a picture and nothing else.
 */
export function recognise(head: Uint8Array): Format | null {
  return bySignature(head) ?? (looksLikeText(head) ? 'txt' : null)
}

function bySignature(head: Uint8Array): Format | null {
  if (startsWith(head, '\x89PNG\r\n\x1a\n')) return 'png'
  if (startsWith(head, '\xff\xd8\xff')) return 'jpeg'
  if (startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')) return 'gif'
  if (startsWith(head, 'RIFF')) return riffFormat(head)
  if (startsWith(head, '%PDF-')) return 'pdf'
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06')) return zipFormat(head)
  if (startsWith(head, 'OggS')) return oggFormat(head)
  if (startsWith(head, '\x1a\x45\xdf\xa3')) return matroskaFormat(head)
  if (ascii(head, 4, 4) === 'ftyp') return isoFormat(head)
  return startsWith(head, 'ID3') || isMpegAudio(head) ? 'mp3' : null
}

function riffFormat(head: Uint8Array): Format | null {
  const form = ascii(head, 8, 4)
  if (form === 'WEBP') return 'webp'
  return form === 'WAVE' ? 'wav' : null
}

/** The codec's mark stands at the beginning of the first page's payload; Theora (video) is not on the list. */
function oggFormat(head: Uint8Array): Format | null {
  const payload = 27 + (head[26] ?? 0)
  const marks = ['OpusHead', '\x01vorbis', 'Speex   ', '\x7fFLAC']
  return marks.some((mark) => ascii(head, payload, mark.length) === mark) ? 'ogg' : null
}

/** EBML's document type is near the beginning; a recorder's tracks follow within the first pages. */
function matroskaFormat(head: Uint8Array): Format | null {
  if (!ascii(head, 0, 64).includes('webm')) return null
  const tracks = ascii(head, 0, 65_536)
  return tracks.includes('A_OPUS') || tracks.includes('A_VORBIS') ? (tracks.includes('V_') ? 'webm' : 'weba') : 'webm'
}

/** A frame header without reserved values: eleven bits of sync, layer III. */
function isMpegAudio([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const synced = first === 0xff && (second & 0xe0) === 0xe0
  const version = (second >> 3) & 3
  const layerThree = (second & 6) === 2
  return synced && version !== 1 && layerThree && third >> 4 !== 15 && third >> 4 !== 0 && ((third >> 2) & 3) !== 3
}
