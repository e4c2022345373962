import { openStore } from '../link/store.ts'

const half = 180 * 24 * 3600
const shape = /^[\w-]{43}$/

/**
 * The visitor's token on this page: in the first-party cookie that the shop's subdomains share, else in this
 * origin's storage, else in memory. On conflict the cookie wins: it is what the other subdomains go by.
 */
export type TokenKeeper = {
  read(): string | null
  /** `domain`: where the cookie may stand, or null for none. */
  keep(token: string, domain: string | null): void
  /** Another tab of this shop got another token. */
  onChange(heard: () => void): void
}

export function tokenKeeper(site: string): TokenKeeper {
  const name = `kefu:${site}`
  const cookie = `kefu_${site}`
  const store = openStore('localStorage')

  function read(): string | null {
    const token = readCookie(cookie) || store.get(name)
    return token && shape.test(token) ? token : null
  }

  return {
    read,
    keep(token, domain) {
      if (store.get(name) !== token) store.set(name, token)
      if (domain) writeCookie(cookie, token, domain)
    },
    onChange(heard) {
      window.addEventListener('storage', ({ key, newValue }) => {
        if (key === name && newValue) heard()
      })
    }
  }
}

function readCookie(name: string): string | null {
  try {
    for (const part of document.cookie.split('; ')) if (part.startsWith(`${name}=`)) return part.slice(name.length + 1)
  } catch {
    // A sandboxed page has no cookies.
  }
  return null
}

function writeCookie(name: string, token: string, domain: string): void {
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in half of the browsers that we serve
    document.cookie = `${name}=${token}; Domain=${domain}; Path=/; Max-Age=${half}; SameSite=Lax${location.protocol === 'https:' ? '; Secure' : ''}`
  } catch {
    // The token stays in this origin's storage.
  }
}
