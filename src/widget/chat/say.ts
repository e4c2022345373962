/** Says a text of the window: the key without `chat.`. Unknown keys say nothing rather than break a visitor's window. */
export type Say = (key: string, values?: Record<string, string | number>) => string

export function sayer(texts: Record<string, string>): Say {
  return (key, values = {}) => fillIn(texts[`chat.${key}`] || '', values)
}

/** `{name}` is the value; `{n|message|messages}` chooses by the number n. */
function fillIn(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name]
    if (value === undefined) return whole
    if (one !== undefined) return (Number(value) === 1 ? one : many) || ''
    return String(value)
  })
}
