import { attribute } from './attributes.ts'
import { type Child, Html, markupOf } from './html.ts'

/*
 * The JSX runtime of all views. An element is an `Html` object; every string that is not one is escaped.
 * Reason: @kitajs/html escapes only where `safe` is written, and one forgotten word would be a hole.
 */

type Attribute = string | number | bigint | boolean | null | undefined
type View<Props> = (props: Props) => Html

const voids = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
const forbidden = new Set(['style', 'base', 'object', 'embed'])

export function jsx<Props extends { children?: Child }>(tag: string | View<Props>, props: Props): Html {
  if (typeof tag === 'function') return tag(props)
  if (forbidden.has(tag)) throw new TypeError(`A view may not write <${tag}>`)
  let open = `<${tag}`
  for (const name in props) {
    if (name === 'children') continue
    if (!Object.hasOwn(props, name)) throw new TypeError('A view was given an object with inherited properties')
    open += attribute(name, props[name])
  }
  if (voids.has(tag)) return new Html(`${open}>`)
  return new Html(`${open}>${markupOf(props.children)}</${tag}>`)
}

export const jsxs = jsx
export const jsxDEV = jsx

export function Fragment({ children }: { children?: Child }): Html {
  return new Html(markupOf(children))
}

export namespace JSX {
  export type Element = Html
  export interface ElementChildrenAttribute {
    children: unknown
  }
  export interface IntrinsicAttributes {
    key?: string | number
  }
  export interface IntrinsicElements {
    [tag: string]: { [name: string]: Attribute | Child; children?: Child }
  }
}
