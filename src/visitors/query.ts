const utf8 = new TextDecoder('utf-8', { fatal: true })
const gb18030 = new TextDecoder('gb18030')

/** The parameters of a query as they were sent, names in lower case; the first of a name counts. */
export function parametersOf(search: string): Map<string, string> {
  const parameters = new Map<string, string>()
  for (const pair of search.replace(/^\?/, '').split('&').slice(0, 200)) {
    const equals = pair.indexOf('=')
    const name = decodeParameter(equals < 0 ? pair : pair.slice(0, equals), null).toLowerCase()
    if (name !== '' && !parameters.has(name)) parameters.set(name, equals < 0 ? '' : pair.slice(equals + 1))
  }
  return parameters
}

/** A parameter's text: UTF-8, or GB 18030 where it says so or is no UTF-8 (Baidu's and Sogou's older pages). */
export function decodeParameter(text: string, charset: string | null): string {
  const bytes = bytesOf(text.replaceAll('+', ' '))
  if (charset !== null && /^gb/i.test(charset)) return gb18030.decode(bytes)
  try {
    return utf8.decode(bytes)
  } catch {
    return gb18030.decode(bytes)
  }
}

/** A percent sign that begins no byte stands for itself. */
function bytesOf(text: string): Uint8Array {
  const parts = text.split(/(%[\da-f]{2})/i)
  return Buffer.concat(parts.map((part) => (/^%[\da-f]{2}$/i.test(part) ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part))))
}
