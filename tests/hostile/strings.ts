/** What must never be anything but text. Each would ask `canary` for something, or leave an element that carries `canary`, if anything took it for markup. */
export function hostileStrings(canary: string): string[] {
  return [
    `<img canary src=${canary}/img onerror=fetch('${canary}/error')>`,
    `"><svg canary onload=fetch('${canary}/load')>`,
    `'-fetch('${canary}/quote')-'`,
    `</title><script canary>fetch('${canary}/title')</script>`,
    `</textarea></noscript><script canary>fetch('${canary}/area')</script>`,
    `javascript:fetch('${canary}/scheme')`,
    `{{constructor.constructor("fetch('${canary}/braces')")()}}`,
    `<a canary hx-get=/canary/get hx-trigger=load>x</a>`,
    `<b canary hx-on:click=fetch('${canary}/on') data-hx-get=/canary/data data-hx-trigger=load>x</b>`,
    `<meta canary http-equiv=Content-Security-Policy content="default-src *">`,
    `<style canary>@import "${canary}/style";*{display:none}</style>`,
    `<base canary href=${canary}/base/>`,
    '&lt;script canary&gt;alert(1)&lt;/script&gt;',
    '%3Cscript canary%3Ealert(1)%3C/script%3E',
    '&quot;,&quot;role&quot;:&quot;admin',
    `<hx-partial canary hx-target="#content" hx-swap="innerHTML"><i canary>gone</i></hx-partial>`,
    `<iframe canary srcdoc="<script src=${canary}/frame></script>"></iframe>`,
    `--><link canary rel=stylesheet href=${canary}/link><!--`,
    '<'.repeat(7_900)
  ]
}

/** The beginning of a text, as long as lists show it at least. */
export const opening = (text: string): string => text.slice(0, 24)
