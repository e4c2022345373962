import { runClocks } from './clocks.ts'
import { Desk } from './desk.ts'
import { watchFailures } from './failures.ts'
import { watchFloating } from './floating.ts'
import { watchForms } from './forms.ts'
import { watchLive } from './live.ts'
import { watchNotices } from './notices.ts'
import { readPage } from './page.ts'
import { watchParts } from './parts.ts'
import { watchProfile } from './profile.ts'
import { isLooking } from './reading.ts'
import { registerSwaps } from './swaps.ts'
import { watchTitle } from './title.ts'
import { watchVisitors } from './visitors.ts'

/*
 * The program of the agents' pages. The pages work without it, as plain links and forms; with it they live: what happens elsewhere appears,
 * what is sent survives, what is new is heard. Everything is hooked by `data-` attributes.
 */

watchParts()
watchForms()
watchFloating()
if (window.htmx) {
  registerSwaps()
  watchFailures()
  runClocks()
}
const page = readPage()
watchProfile(page)
if (window.htmx && page.tab !== '') {
  const live = watchLive()
  const desk = new Desk(page, live)
  const title = watchTitle(isLooking)
  document.addEventListener('htmx:after:swap', title.refresh)
  watchNotices(page, live, title, () => desk.open())
  watchVisitors()
}
