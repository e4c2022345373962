import type { FileView } from '#src/web/visitor/frames.ts'

/** A signed address lives ten minutes; a click after this asks for a new one first. */
const trusted = 8 * 60_000

/** Which address a file has now: our own copy, the renewed one, or the one it came with. */
export type FileAddresses = {
  of(file: FileView): string
  /** We sent this file ourselves and still hold it. */
  own(id: string, preview: string): void
  renewed(id: string, address: string): void
  /** Before a download: answers false and asks anew when the address may have run out; the download then starts by itself. */
  ready(id: string): boolean
}

export function fileAddresses(ask: (id: string) => void): FileAddresses {
  const own = new Map<string, string>()
  const known = new Map<string, { address: string; at: number }>()
  const wanted = new Set<string>()

  return {
    of(file) {
      if (!known.has(file.id)) known.set(file.id, { address: file.url, at: Date.now() })
      const entry = known.get(file.id)
      return own.get(file.id) || (entry ? entry.address : file.url)
    },
    own: (id, preview) => own.set(id, preview),
    renewed(id, address) {
      known.set(id, { address, at: Date.now() })
      document.querySelectorAll(`[data-file="${id}"]`).forEach((element) => {
        element.setAttribute(element instanceof HTMLAnchorElement ? 'href' : 'src', address)
      })
      if (wanted.delete(id)) download(address)
    },
    ready(id) {
      const entry = known.get(id)
      if (entry && Date.now() - entry.at < trusted) return true
      wanted.add(id)
      ask(id)
      return false
    }
  }
}

/** The server answers with "attachment", so this page stays where it is. */
function download(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}
