/** The JSX runtime of the views: escaped by default; `raw` is the only way round. */
export { isSafeAddress } from './attributes.ts'
export { type Child, escape, Html, markupOf, raw } from './html.ts'
