/** The methods that an address knows; empty when nothing stands there. */
export function allowedMethods(routes: readonly { method: string; path: string }[], path: string): string[] {
  const there = routes.filter((route) => matches(route.path, path)).map((route) => route.method)
  return [...new Set(there.includes('GET') ? [...there, 'HEAD'] : there)]
}

function matches(route: string, path: string): boolean {
  const wanted = route.split('/').filter(Boolean)
  const given = path.split('/').filter(Boolean)
  const open = wanted.at(-1) === '*'
  if (open ? given.length < wanted.length - 1 : given.length !== wanted.length) return false
  return wanted.every((part, at) => part === '*' || part.startsWith(':') || part === given[at])
}
