import { cleanFileName } from '#src/platform/clean-text.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { agreedFormat, endingOf, type FileKind, type Format, formats } from './formats/formats.ts'
import { recognise } from './formats/recognise.ts'
import { type Peek, peekInto } from './pictures/peek.ts'
import { isPicture, pictureSize, type Size } from './pictures/size.ts'

/** A browser unpacks a picture to four bytes per pixel: this many are 160 MB in an agent's page. */
const mostPixels = 40_000_000
const portraitFormats: readonly Format[] = ['png', 'jpeg', 'webp']

/** What the beginning of a file tells. `size` is 'beyond' where a picture's size comes later in the file. */
export type Inspected = { format: Format; kind: FileKind; type: string; name: string; size: Size | null | 'beyond' }

/**
 * Looks at the first 256 KiB (or the whole of a smaller file) and its name. Refuses what is not on the list, what is not
 * what its name says, and pictures that would be too large to show.
 */
export function inspect(head: Uint8Array, name: string, asPortrait: boolean): Inspected {
  const clean = cleanFileName(name)
  const format = formatUnder(clean, head)
  if (asPortrait && !portraitFormats.includes(format)) throw new Refusal('unsupported', 'files.portrait')
  return {
    format,
    kind: asPortrait ? 'portrait' : formats[format].kind,
    type: formats[format].type,
    name: withEnding(clean, format),
    size: isPicture(format) ? accepted(pictureSize(format, peekInto(head))) : null
  }
}

/** The size of a whole picture, for which its beginning was not enough. */
export function wholeSize(format: Format, peek: Peek): Size {
  const size = accepted(pictureSize(format, peek))
  if (size === 'beyond') throw new Refusal('unsupported', 'files.damaged')
  return size
}

function formatUnder(name: string, head: Uint8Array): Format {
  const found = recognise(head)
  if (!found) throw new Refusal('unsupported', 'files.type')
  const format = agreedFormat(found, endingOf(name))
  if (!format) throw new Refusal('unsupported', 'files.mismatch', { name })
  return format
}

/** Shown with its true ending: a name without one gets it. */
function withEnding(name: string, format: Format): string {
  return endingOf(name) ? name : cleanFileName(`${name}.${formats[format].endings[0]}`)
}

function accepted(size: Size | null | 'beyond'): Size | 'beyond' {
  if (!size) throw new Refusal('unsupported', 'files.damaged')
  if (size !== 'beyond' && size.width * size.height > mostPixels) throw new Refusal('unsupported', 'files.pixels')
  return size
}
