import { placeByOrder, watchPresses } from './by-order.ts'
import { placeBySeq } from './by-seq.ts'
import { type Htmx, htmx } from './htmx.ts'

/** What a thread is told after a swap: which entries are new in it, and whether they came by paging. */
export type Came = { added: Element[]; placed: Element[]; paging: boolean }

/** Teaches htmx our two swap styles. `by-seq page:true` is for pages that were asked for, `by-seq reset:true` begins the log anew. */
export function registerSwaps(): void {
  let morphing: (old: Element, fragment: DocumentFragment, inner: boolean) => void = (old, fragment) => old.replaceWith(fragment)
  const morph = (old: Element, fresh: Element) => {
    const alone = document.createDocumentFragment()
    alone.append(fresh)
    morphing(old, alone, false)
  }
  const extension: Parameters<Htmx['registerExtension']>[1] = {
    init(api) {
      morphing = api.morph
    },
    handle_swap(style, target, fragment, spec) {
      if (style === 'by-order') return placeByOrder(target, fragment, { lost: askAgain, morph })
      if (style === 'by-seq') return bySeq(target, fragment, { paging: spec.page === true, reset: spec.reset === true })
      return false
    }
  }
  watchPresses()
  htmx().registerExtension('kefu-swaps', extension)
}

function bySeq(log: Element, fragment: DocumentFragment, { paging, reset }: { paging: boolean; reset: boolean }): Element[] {
  log.dispatchEvent(new CustomEvent('kefu:coming', { bubbles: true }))
  if (reset) log.replaceChildren()
  const { placed, added } = placeBySeq(log, fragment, paging || reset)
  log.dispatchEvent(new CustomEvent<Came>('kefu:came', { bubbles: true, detail: { added, placed, paging: paging || reset } }))
  return placed
}

function askAgain(list: Element): void {
  list.dispatchEvent(new CustomEvent('kefu:stale', { bubbles: true }))
}
