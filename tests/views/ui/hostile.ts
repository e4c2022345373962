/** Strings that a stranger may put into any field that is his to fill. */
export const hostile = [
  `"><img src=x onerror=alert(1)>`,
  `'><script>alert(1)</script><!--`,
  '</textarea></title></style><svg onload=alert(1)>',
  'javascript:alert(1)',
  '" onmouseover="alert(1)" x="',
  `\u202Egpj.exe\u200b\u0000 ${'z̸̢̛'.repeat(40)}`,
  '{n|a|b} <%= 1 %> {{7*7}}'
] as const

export type Element = { tag: string; attributes: [string, string][] }

/** The elements a browser would make of the markup. */
export function elementsOf(markup: string): Element[] {
  const elements: Element[] = []
  const see = (element: HTMLRewriterTypes.Element) => {
    elements.push({ tag: element.tagName, attributes: [...element.attributes].map(([name, value]) => [String(name), String(value)]) })
  }
  new HTMLRewriter().on('*', { element: see }).transform(markup)
  return elements
}

/** What must not be there, as a list that is empty when all is well. */
export function dangers(markup: string): string[] {
  return elementsOf(markup).flatMap(({ tag, attributes }) => [
    ...(tag === 'script' || tag === 'style' || tag === 'iframe' ? [`<${tag}>`] : []),
    ...attributes.filter(([name, value]) => isDangerous(name, value)).map(([name, value]) => `${tag} ${name}=${value}`)
  ])
}

function isDangerous(name: string, value: string): boolean {
  if (/^on|^style$|^srcdoc$|^hx-on/i.test(name)) return true
  return /^(href|src|action|formaction)$/.test(name) && (/^\s*(javascript|data|vbscript):/i.test(value) || value === 'x')
}
