/** Attributes a caller may add to a part: what htmx, assistive technology and the scripts of the page hold on to. */
export type Hooks = { [name: `hx-${string}` | `data-${string}` | `aria-${string}`]: string | number | boolean | undefined }

/** Class names from what is true. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
