/*
 * htmx is a script of its own, loaded before this one. Only what we use of it is described here (htmx 4.0.1, node_modules/htmx.org/dist/skills).
 */

export type SwapContext = { sourceElement: Element; target?: string | Element; swap?: string; text: string }

type Api = { morph(old: Element, fragment: DocumentFragment, inner: boolean): void }

type Extension = {
  init?(api: Api): void
  handle_swap?(style: string, target: Element, fragment: DocumentFragment, spec: Record<string, unknown>): Element[] | boolean
}

export type Htmx = {
  ajax(verb: string, address: string, options: { source?: Element; target?: string | Element; swap?: string; push?: string }): Promise<void>
  swap(context: SwapContext): Promise<void>
  process(element: Element): void
  trigger(element: Element, name: string, detail?: object): boolean
  registerExtension(name: string, extension: Extension): void
  config: { ws?: Record<string, unknown>; [name: string]: unknown }
}

declare global {
  interface Window {
    htmx?: Htmx
  }
}

/** Throws when the page came without htmx: then nothing of this program has a meaning, and the page's plain forms and links still work. */
export function htmx(): Htmx {
  if (!window.htmx) throw new Error('htmx is not on this page')
  return window.htmx
}

/** What hx-ws keeps of a connection and shows in its events. */
export type Connection = { socket: WebSocket | null; timer: number | null; attempt: number; abortController: AbortController | null }
