/** The JSX runtime of the views: escaped by default; `raw` is the only way round. */
export { isSafeAddress } from './attributes.ts'
export { type Child, escapeText, Html, markupOf, raw } from './html.ts'
