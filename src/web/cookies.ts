/**
 * The value of one cookie as the plain text it is, or null: never parsed as anything (Elysia would read JSON), and null when
 * the browser sent two of one name, of which one was planted.
 */
export function cookieOf(request: Request, name: string): string | null {
  const header = request.headers.get('cookie')
  if (header === null || header.length > 8_192) return null
  const found = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
  return found.length === 1 ? (found[0]?.slice(name.length + 1) ?? null) : null
}
