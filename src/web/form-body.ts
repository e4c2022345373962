import { Refusal } from '#src/platform/refusal.ts'

/*
 * Forms as flat text fields. Our own reader, because the usual ones build objects from brackets and dots in field names
 * (`a[__proto__][b]`) and read whatever length is sent.
 */

/** More than the longest page of settings. Files come by doors of their own. */
const longestForm = 65_536
const mostFields = 100
const fieldName = /^[A-Za-z][A-Za-z0-9_.:-]{0,63}$/

export type Fields = Record<string, string>

/** The fields of an urlencoded or multipart form, undefined where nothing was sent. Any other type is refused: a door that wants it reads it by itself. */
export async function readForm(request: Request, contentType: string): Promise<Fields | undefined> {
  if (!contentType || request.body === null) return undefined
  if (contentType === 'application/x-www-form-urlencoded') return fieldsFrom(new URLSearchParams(await textOf(request)))
  if (contentType === 'multipart/form-data') return fieldsFrom(await multipart(request))
  throw new Refusal('unsupported', 'errors.unsupported')
}

async function multipart(request: Request): Promise<Iterable<[string, unknown]>> {
  const bytes = await bytesOf(request)
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  try {
    return (await new Response(bytes, { headers }).formData()).entries()
  } catch {
    throw malformed()
  }
}

function fieldsFrom(entries: Iterable<[string, unknown]>): Fields {
  const fields: Fields = Object.create(null)
  let count = 0
  for (const [name, value] of entries) {
    count++
    if (count > mostFields || !fieldName.test(name) || name in fields || typeof value !== 'string') throw malformed()
    fields[name] = value
  }
  return fields
}

async function textOf(request: Request): Promise<string> {
  return new TextDecoder().decode(await bytesOf(request))
}

/** Stops reading at the limit, whatever the header promised. */
async function bytesOf(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > longestForm) throw tooLarge()
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity') throw new Refusal('unsupported', 'errors.unsupported')
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.byteLength
    if (length > longestForm) throw tooLarge()
    chunks.push(read.value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

const malformed = () => new Refusal('malformed', 'refusal.bad_request')
const tooLarge = () => new Refusal('too_large', 'refusal.too_large', { limit: '64 KB' })
