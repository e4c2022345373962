import type { Language } from '#src/texts/index.ts'

const units = ['KB', 'MB', 'GB', 'TB'] as const

/** "912 B", "18 KB", "1.2 MB": 1,024 to the next unit, one decimal below ten. */
export function fileSize(bytes: number, language: Language): string {
  const size = Math.max(0, Math.floor(bytes))
  if (size < 1024) return `${size} B`
  let amount = size / 1024
  let unit = 0
  while (unit < units.length - 1 && Math.round(amount) >= 1024) {
    amount /= 1024
    unit += 1
  }
  const digits = amount < 9.95 && unit > 0 ? 1 : 0
  return `${amount.toLocaleString(language, { maximumFractionDigits: digits, minimumFractionDigits: digits })} ${units[unit]}`
}

export function FileSize({ bytes, language }: { bytes: number; language: Language }) {
  return <span class="num">{fileSize(bytes, language)}</span>
}
