/*
 * What was pressed and did not reach the server is told, so that nobody believes it done. What the page asks for by itself is not: it asks
 * again.
 */
type Failed = CustomEvent<{ ctx?: { request?: { method?: string } } }>

export function watchFailures(): void {
  document.addEventListener('htmx:error', (event) => {
    const method = (event as Failed).detail.ctx?.request?.method
    if (method !== undefined && method !== 'GET') tell()
  })
}

function tell(): void {
  const template = document.querySelector<HTMLTemplateElement>('#not-reached')
  if (template) document.getElementById('toasts')?.append(template.content.cloneNode(true))
}
