/** Where to go on after signing in: a path of ours, or the start page for anything that could lead elsewhere. */
export function localPath(next: unknown): string {
  if (typeof next !== 'string' || next.length > 2_000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next)) return '/'
  const url = new URL(next, 'http://ours.invalid')
  const path = url.pathname + url.search
  return url.host === 'ours.invalid' && !next.includes('\\') && !/^\/(%2f|%5c|%09|%0)/i.test(next) && !path.startsWith('//') ? path : '/'
}
