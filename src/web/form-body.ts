import { Refusal } from '#src/platform/refusal.ts'
import { bodyBytes } from './body-bytes.ts'

/*
 * Forms as flat text fields. Our own reader, because the usual ones build objects from brackets and dots in field names
 * (`a[__proto__][b]`) and read whatever length is sent.
 */

/** A message of 8,000 Chinese characters is 72 KB in a form; settings pages are shorter. Files come by doors of their own. */
const longestForm = 131_072
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
  const bytes = await bodyBytes(request, longestForm, '128 KB')
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
  return new TextDecoder().decode(await bodyBytes(request, longestForm, '128 KB'))
}

const malformed = () => new Refusal('malformed', 'refusal.bad_request')
