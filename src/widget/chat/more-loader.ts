import type { More } from './more.ts'

declare global {
  interface Window {
    kefuMore?: More
  }
}

let loading: Promise<More> | null = null

/** The second script: emoji, picture viewer. Loaded when first used; a failed try can be repeated. */
export function loadMore(address: string): Promise<More> {
  if (!loading) loading = load(address)
  loading.catch(() => {
    loading = null
  })
  return loading
}

function load(address: string): Promise<More> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = address
    script.onload = () => (window.kefuMore ? resolve(window.kefuMore) : reject(new Error('empty')))
    script.onerror = () => {
      script.remove()
      reject(new Error('not loaded'))
    }
    document.head.append(script)
  })
}
