import { type FileView, servedType } from '#src/files/index.ts'

/** Raster pictures, sounds and films are shown; everything else is only ever saved. */
const shown = /^(image|audio|video)\//

/** `Content-Disposition` (RFC 6266, RFC 8187): the name in ASCII for old clients, in full for the others. */
export function contentDisposition({ name, type }: Pick<FileView, 'name' | 'type'>): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return `${shown.test(servedType(type)) ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded(name)}`
}

/** encodeURIComponent leaves five signs that RFC 8187 does not allow. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
