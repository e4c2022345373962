type Attributes = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>
export type Child = Node | string | null | undefined | false

/** An element with attributes (functions become listeners: `onclick`) and children; text is only ever text. */
export function h<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  set(element, attributes)
  put(element, children)
  return element
}

export function set(element: Element, attributes: Attributes): void {
  for (const name of Object.keys(attributes)) {
    const value = attributes[name]
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener)
    else if (value === false || value === null || value === undefined) element.removeAttribute(name)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
}

/** Makes these the only children. */
export function fill(element: Element, ...children: Child[]): void {
  element.textContent = ''
  put(element, children)
}

function put(element: Element, children: Child[]): void {
  children.forEach((child) => {
    if (child !== null && child !== undefined && child !== false) element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child)
  })
}

const svgName = 'http://www.w3.org/2000/svg'

/** A line drawing on the 24 grid; its paths are separated by semicolons. */
export function icon(paths: string): SVGSVGElement {
  const svg = document.createElementNS(svgName, 'svg')
  set(svg, { ...line, class: 'icon', viewBox: '0 0 24 24', width: 20, height: 20, 'aria-hidden': 'true', focusable: 'false' })
  paths.split(';').forEach((data) => {
    const path = document.createElementNS(svgName, 'path')
    path.setAttribute('d', data)
    svg.appendChild(path)
  })
  return svg
}

const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
