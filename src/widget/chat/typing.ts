/** Three previews a second are enough to read along. */
const every = 340

/** Sends what stands in the field while somebody reads along; of quick changes the last one wins. */
export function typingPreview(options: { send(text: string): void; isWatched(): boolean }): { typed(text: string): void; sent(): void } {
  let timer = 0
  let last = 0
  let told = ''
  let text = ''

  function tell(): void {
    timer = 0
    if (!options.isWatched() || text === told) return
    told = text
    last = Date.now()
    options.send(text)
  }

  return {
    typed(now) {
      text = now
      if (!timer) timer = window.setTimeout(tell, Math.max(0, last + every - Date.now()))
    },
    /** The message itself clears the preview; a late one must not bring it back. */
    sent() {
      window.clearTimeout(timer)
      timer = 0
      text = ''
      told = ''
    }
  }
}
