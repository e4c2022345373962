/** Text that would be an element, an attribute or a script if anything forgot to escape it; the made-up names tell what got through. */
export const poison: readonly string[] = [
  '<canary-a>',
  '"><canary-b onload=alert(1)>',
  "'><canary-c>",
  '</title><canary-d>',
  '</textarea></script></style><canary-e>',
  '" canary="1" x="',
  "' canary='1' x='",
  ' canary=1 ',
  'javascript:alert(1)',
  'jAva\tscript:alert(1)',
  'data:text/html,<canary-f>',
  ' \u0001javascript:alert(1)',
  '--><canary-g><!--',
  '<a hx-get=/x hx-trigger=load canary>',
  '&lt;canary-h&gt;',
  '{{constructor.constructor("alert(1)")()}}',
  '<b hx-on:click=alert(1) canary>',
  '<base href=https://canary.example/ canary>',
  `${'<'.repeat(2_000)}canary-i>`,
  'vbscript:canary'
]

const executable = /^(href|src|action|formaction|poster|data|xlink:href|cite|background|srcset|hx-(get|post|put|patch|delete))$/
const foreignScheme = /^(javascript|vbscript|data):/i

/** Elements and attributes that came from text, as a browser's parser would see them. */
export function breakouts(markup: string): string[] {
  const found: string[] = []
  new HTMLRewriter()
    .on('*', {
      element(element) {
        const { tagName } = element
        if (tagName.startsWith('canary') || tagName === 'base') found.push(`<${tagName}>`)
        for (const [name = '', value = ''] of element.attributes) {
          if (name.includes('canary') || /^on|^hx-on|^style$/.test(name)) found.push(`<${tagName} ${name}>`)
          if (executable.test(name) && foreignScheme.test(asBrowsersRead(value))) found.push(`<${tagName} ${name}=${value}>`)
        }
      }
    })
    .transform(markup)
  return found
}

/** Browsers skip control characters and spaces at the beginning of an address, and tabs and line ends anywhere. */
function asBrowsersRead(address: string): string {
  return [...address].filter((sign) => sign > ' ').join('')
}
