import { quietly } from '../quietly.ts'
import { findOwnScript } from './own-script.ts'
import { startLoader } from './start.ts'

/*
 * The one line in a shop's pages runs this. Whatever goes wrong in here stays in here: the shop's page never sees an exception.
 */
const mark = '__kefu'

try {
  const script = findOwnScript()
  const page = window as unknown as Record<string, unknown>
  if (script && !page[mark]) {
    page[mark] = true
    const start = quietly(() => startLoader(script))
    if (document.body) start()
    else document.addEventListener('DOMContentLoaded', start)
  }
} catch {
  // Nothing to be done for this visitor, and nothing that the shop could do either.
}
