import { ascii } from './bytes.ts'

/** Beginnings that a browser or a mail program would take for a page. They are refused under any name. */
const pages = /^\s*(<!doctype\s+html|<html|<head|<body|<script|<svg|<iframe|<\?xml|<!--|<x?html:|mime-version:|from: <saved by)/i

/** Whether the beginning of a file is text: UTF-8 or the older Chinese encodings, without control characters, and no page. */
export function looksLikeText(head: Uint8Array): boolean {
  return hasTextBytes(head) && !pages.test(ascii(head, 0, 1_024).replace(/^\u00ef\u00bb\u00bf/, '')) && (decodes(head, 'utf-8') || decodes(head, 'gb18030'))
}

/** Whether a further piece of a text file still may be text. */
export function hasTextBytes(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 32 || allowed.has(byte))
}

/** Tab, line feed, form feed, carriage return; escape for coloured logs. */
const allowed = new Set([9, 10, 12, 13, 27])

/** A sign that the end of the piece cuts in two is no mistake. Big5 has the shape of GB18030. */
function decodes(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
