/** The one name of a zone that this machine knows (`Asia/Shanghai`), or null. */
export function timeZoneName(text: string): string | null {
  try {
    return text === '' ? null : new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
