/** Small files with true headers, as the tests upload them. */

export const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const big = (value: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length)
  bytes.writeUIntBE(value, 0, length)
  return bytes
}
const little = (value: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length)
  bytes.writeUIntLE(value, 0, length)
  return bytes
}
const joined = (...parts: (Uint8Array | string)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))))

export function png(width = 3, height = 2, padding = 0): Uint8Array {
  return joined('\x89PNG\r\n\x1a\n', big(13, 4), 'IHDR', big(width, 4), big(height, 4), '\x08\x02\0\0\0', big(0, 4), Buffer.alloc(padding, 7))
}

/** `orientation` as a camera writes it; `before` bytes of other segments stand before the frame header. */
export function jpeg(width = 4, height = 3, { orientation = 0, before = 0 } = {}): Uint8Array {
  const tiff = joined('II*\0', little(8, 4), little(1, 2), little(0x0112, 2), little(3, 2), little(1, 4), little(orientation, 2), '\0\0', little(0, 4))
  const exif = orientation ? segment(0xe1, joined('Exif\0\0', tiff)) : ''
  const others: Uint8Array[] = []
  for (let left = before; left > 0; left -= 65_000) others.push(segment(0xe2, new Uint8Array(Math.min(left, 65_000)).fill(1)))
  return joined('\xff\xd8', exif, ...others, segment(0xc0, joined('\x08', big(height, 2), big(width, 2), '\x03')), '\xff\xda\0\x02\0\xff\xd9')
}

const segment = (marker: number, body: Uint8Array): Uint8Array => joined(big(0xff00 + marker, 2), big(body.length + 2, 2), body)

export const gif = (width = 5, height = 4, rest = ''): Uint8Array => joined('GIF89a', little(width, 2), little(height, 2), '\0\0\0', rest, ';')

export function webp(width: number, height: number, as: 'VP8 ' | 'VP8L' | 'VP8X' = 'VP8X'): Uint8Array {
  const lossy = joined('\0\0\0\x9d\x01\x2a', little(width, 2), little(height, 2))
  const lossless = joined('\x2f', little(width - 1 + (height - 1) * 0x4000, 4), Buffer.alloc(5))
  const extended = joined('\0\0\0\0', little(width - 1, 3), little(height - 1, 3))
  const body = as === 'VP8 ' ? lossy : as === 'VP8L' ? lossless : extended
  return joined('RIFF', little(body.length + 12, 4), 'WEBP', as, little(body.length, 4), body)
}

const box = (kind: string, ...body: (Uint8Array | string)[]): Uint8Array => {
  const inside = joined(...body)
  return joined(big(inside.length + 8, 4), kind, inside)
}

/** One picture, item 1, of tiles of 512 × 512; `quarterTurns` to the left as the camera noted. */
export function heif(brand: 'heic' | 'avif' | 'mif1', width: number, height: number, quarterTurns = 0): Uint8Array {
  const ispe = (w: number, h: number) => box('ispe', big(0, 4), big(w, 4), big(h, 4))
  const properties = box('ipco', ispe(512, 512), ispe(width, height), box('irot', big(quarterTurns, 1)))
  const own = box('ipma', big(0, 4), big(2, 4), big(2, 2), '\x01\x01', big(1, 2), '\x02\x82\x03')
  const meta = box('meta', big(0, 4), box('pitm', big(0, 4), big(1, 2)), box('iprp', properties, own))
  return joined(box('ftyp', brand, big(0, 4), brand === 'mif1' ? 'mif1heic' : brand), meta, box('mdat', '1234'))
}

export const isoMedia = (brand: string, length = 64): Uint8Array => joined(box('ftyp', brand, big(0, 4), 'isommp42'), box('mdat', Buffer.alloc(length)))
export const pdf = (rest = ''): Uint8Array => bytesOf(`%PDF-1.7\n%\xe2\xe3\n${rest}\n%%EOF`)

/** A zip of stored entries: names with their content. */
export function zip(entries: Record<string, string>): Uint8Array {
  const locals = Object.entries(entries).map(([name, content]) =>
    joined('PK\x03\x04', Buffer.alloc(14), little(content.length, 4), little(content.length, 4), little(name.length, 2), little(0, 2), name, content)
  )
  return joined(...locals, 'PK\x05\x06', Buffer.alloc(18))
}

export const docx = (): Uint8Array => zip({ '[Content_Types].xml': '<Types/>', '_rels/.rels': '<r/>', 'word/document.xml': '<w/>' })
export const xlsx = (): Uint8Array => zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' })
export const pptx = (): Uint8Array => zip({ 'ppt/presentation.xml': '<p/>', '[Content_Types].xml': '<Types/>' })
export const odt = (): Uint8Array => zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' })
export const mp3 = (): Uint8Array => joined('ID3\x04\0\0\0\0\0\0', '\xff\xfb\x90\x64', Buffer.alloc(64))
export const wav = (): Uint8Array => joined('RIFF', little(36, 4), 'WAVEfmt ', Buffer.alloc(24))
export const ogg = (codec = 'OpusHead'): Uint8Array => joined('OggS\0\x02', Buffer.alloc(20), '\x01\x13', codec, Buffer.alloc(16))
export const webm = (codecs = 'V_VP9 A_OPUS'): Uint8Array => joined('\x1a\x45\xdf\xa3', '\x9f\x42\x82\x84webm', Buffer.alloc(32), codecs, Buffer.alloc(32))
