import { ascii, littleNumber } from './bytes.ts'
import type { Format } from './formats.ts'

const header = 'PK\x03\x04'
/** More names than a document needs to show what it is. */
const mostNames = 2_000

/**
 * Office documents are zip files and are told apart by the names in them; nothing is unzipped (a few kilobytes may hold
 * gigabytes). Anything else is a plain zip file.
 */
export function zipFormat(head: Uint8Array): Format {
  if (mimetypeOf(head) === 'application/vnd.oasis.opendocument.text') return 'odt'
  for (const name of namesIn(head)) {
    if (name.startsWith('word/')) return 'docx'
    if (name.startsWith('xl/')) return 'xlsx'
    if (name.startsWith('ppt/')) return 'pptx'
  }
  return 'zip'
}

/** OpenDocument's first entry is named `mimetype` and stored uncompressed. */
function mimetypeOf(head: Uint8Array): string | null {
  const name = ascii(head, 30, littleNumber(head, 26, 2))
  const from = 30 + littleNumber(head, 26, 2) + littleNumber(head, 28, 2)
  return name === 'mimetype' ? ascii(head, from, littleNumber(head, 18, 4)) : null
}

/** Sizes in local headers may be missing (written after the content), so the next header is searched, not reckoned. */
function* namesIn(head: Uint8Array): Generator<string> {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  let at = text.indexOf(header, 0, 'latin1')
  for (let n = 0; at !== -1 && n < mostNames; n++) {
    yield ascii(head, at + 30, littleNumber(head, at + 26, 2))
    at = text.indexOf(header, at + 4, 'latin1')
  }
}
