/*
 * What the server printed on the page for this program: who sits here, which tab this is, our clock, and the few sentences
 * that only the program can say.
 */

export type PageFacts = {
  person: number
  /** Carried by the socket's address and by the header X-Tab. */
  tab: string
  texts: Record<string, string>
}

export function readPage(body: HTMLElement = document.body): PageFacts {
  return {
    person: Number(body.dataset.person ?? 0),
    tab: body.dataset.tab ?? '',
    texts: textsFrom(body.dataset.texts)
  }
}

/** Our clock minus this computer's, ms: running times are counted from ours. */
export function clockSkew(now: number, root: HTMLElement = document.documentElement): number {
  const printed = Number(root.dataset.now ?? 0)
  return printed > 0 ? printed - now : 0
}

/** One of the sentences, its `{name}` places filled. A missing one is its own key: seen at once, and nothing breaks. */
export function speak({ texts }: PageFacts, key: string, values: Record<string, string | number> = {}): string {
  const text = texts[key] ?? key
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name]
    if (value === undefined) return whole
    return one === undefined ? String(value) : ((value === 1 ? one : many) ?? '')
  })
}

function textsFrom(json: string | undefined): Record<string, string> {
  try {
    return JSON.parse(json ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}
