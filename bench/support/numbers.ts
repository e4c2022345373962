/** The value below which a share of all values lies; 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
export const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`
export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`
export const ratio = (ours: number, bare: number): string => `${(ours / bare).toFixed(2)}×`
export const perSecond = (n: number): string => `${Math.round(n).toLocaleString('en')}/s`
