/** What is pasted into every page of the shop, once. `publicUrl` without a trailing slash. */
export function codeLine(publicUrl: string, key: string): string {
  return `<script async src="${publicUrl}/w.js" data-site="${key}"></script>`
}
