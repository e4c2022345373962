/** "3 条新消息" over the composer, for what came below the fold. The words are printed on it: `data-one`, `data-many`. */
export type Pill = { add(n: number): void; clear(): void }

export function newMessagesPill(): Pill {
  let below = 0
  const show = () => {
    const pill = document.getElementById('new-messages')
    if (!pill) return
    pill.hidden = below === 0
    const words = (below === 1 ? pill.dataset.one : undefined) ?? pill.dataset.many
    if (words !== undefined && below > 0) pill.textContent = words.replace('{n}', String(below))
  }
  return {
    add(n) {
      below += n
      show()
    },
    clear() {
      if (below === 0) return
      below = 0
      show()
    }
  }
}
