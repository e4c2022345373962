/**
 * The address under which the world reaches this appliance: `https://kefu.shop.example`, perhaps with a path, without a
 * trailing slash. Null for anything that cannot be one (no scheme but http and https, no user name, no query).
 */
export function publicUrlFrom(typed: string): string | null {
  const text = typed.trim()
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (whole.length > 300 || !URL.canParse(whole)) return null
  const url = new URL(whole)
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '' || url.hostname === '') return null
  if (!/^(\/[A-Za-z0-9._~-]+)*\/*$/.test(url.pathname)) return null
  return url.origin + url.pathname.replace(/\/+$/, '')
}
