/*
 * What strangers write, before it is hashed, compared or stored: no characters that steer a terminal, a database or
 * the eye. Lengths are UTF-16 units, and no cut splits a surrogate pair.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is what this is for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
/** Four marks on one sign are enough for every script in use; more climb over the lines above and below ("zalgo"). */
const piledMarks = /((?:\p{M}\p{Cf}*){4})(?:\p{M}\p{Cf}*)+/gu
/** Zero width, direction overrides and isolates, invisible tags: in a name they only serve to look like another name. */
const unseen = /[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu
/** Blanks that are letters by their class: Hangul fillers and the empty Braille cell. */
const blanks = /[\s\u115f\u1160\u2800\u3164\uffa0]|\p{Cf}|\p{M}/gu

const longestFileName = 150
const longestEnding = 20
/** Names that Windows takes for devices, with any ending. */
const devices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/** A message as it is kept: its lines, its emoji and its directions stay, its ends are trimmed. */
export function cleanBody(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(controls, '')
    .replace(piledMarks, '$1')
    .trim()
}

/** A name of one line: composed (NFC), without invisible signs, at most `max` units long. May be empty. */
export function cleanName(text: string, max: number): string {
  const oneLine = cleanBody(text).replace(unseen, '').normalize('NFC').replace(piledMarks, '$1').replace(/\s+/g, ' ').trim()
  return cut(oneLine, max).trimEnd()
}

/** Whether nothing of a text can be seen. */
export function isBlank(text: string): boolean {
  return text.replace(blanks, '') === ''
}

/** The beginning of a text, at most `max` units, never half a pair. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  const splitsPair = /[\ud800-\udbff]/.test(text.charAt(max - 1)) && /[\udc00-\udfff]/.test(text.charAt(max))
  return text.slice(0, splitsPair ? max - 1 : max)
}

/**
 * The name that a file is shown and offered with; never a path, never empty. It is cleaned first and checked then (an
 * invisible sign may hide a leading dot), and keeps its true ending, however long the rest is.
 */
export function cleanFileName(name: string): string {
  const visible = cleanName(basename(name.slice(-4_000)), 4_000)
  const harmless = visible
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(/^-+/, '_')
  if (harmless === '') return 'file'
  return shortened(devices.test(harmless) ? `_${harmless}` : harmless)
}

function basename(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

function shortened(name: string): string {
  if (name.length <= longestFileName) return name
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && name.length - dot <= longestEnding ? name.slice(dot) : ''
  return `${cut(name.slice(0, name.length - ending.length), longestFileName - ending.length).trimEnd()}${ending}`
}
