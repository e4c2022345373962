const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** `length` characters of base64url from the browser's random source, which plain http pages have too. */
export function randomCharacters(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  let text = ''
  for (let i = 0; i < length; i++) text += alphabet.charAt((bytes[i] as number) & 63)
  return text
}
