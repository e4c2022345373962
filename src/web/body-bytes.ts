import { Refusal } from '#src/platform/refusal.ts'

/** The body of a request, read no further than `most` bytes whatever its header promised. `said` is how the limit is told. */
export async function bodyBytes(request: Request, most: number, said: string): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new Refusal('too_large', 'refusal.too_large', { limit: said })
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity') throw new Refusal('unsupported', 'errors.unsupported')
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.byteLength
    if (length > most) throw tooLarge()
    chunks.push(read.value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
