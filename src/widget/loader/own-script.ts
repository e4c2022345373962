/** What the line in the shop's page says: where we are, which site this is, and in which language. */
export type OwnScript = { base: string; site: string; language: string | null }

export function findOwnScript(): OwnScript | null {
  const script = (document.currentScript || document.querySelector('script[data-site][src*="/w"]')) as HTMLScriptElement | null
  const site = script?.getAttribute('data-site')
  if (!script || !site) return null
  return { base: baseOf(script.src), site, language: script.getAttribute('data-language') }
}

/** The folder of the script, without the slash: the appliance may live under a path. */
export function baseOf(address: string): string {
  const { origin, pathname } = new URL(address)
  return origin + pathname.slice(0, pathname.lastIndexOf('/'))
}
