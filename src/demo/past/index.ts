import type { OpenHouse } from '#src/house.ts'
import { createPresence } from '#src/visitors/index.ts'
import { comingBack, somePersona } from '../audience/persona.ts'
import type { Chance } from '../chance.ts'
import { shops } from '../shop.ts'
import { type Hired, hireStaff } from './company.ts'
import { day, minute, someTime } from './hours.ts'
import { tellLeft } from './notes-left.ts'
import { type DemoSites, openSites } from './sites.ts'
import { type Present, tellTalks } from './talkers.ts'
import { createTimeline } from './timeline.ts'
import { type Known, metBefore, newcomer, someWalk, type Telling, tellVisit } from './visit.ts'

/** What the demo knows of its past as it begins: who works there, who is on the site, who was and may come back. */
export type Past = { staff: readonly Hired[]; sites: DemoSites; present: readonly Present[]; known: readonly Known[] }

/** Besides those who talk. */
const visitors = 280
const browsing = 16

/** Fills an empty appliance with two months of a shop, the last of them with visitors, by the rooms' own functions. */
export async function tellPast(house: OpenHouse, chance: Chance): Promise<Past> {
  const now = house.core.now()
  const timeline = createTimeline(house.core, now)
  const staff = await hireStaff(timeline, house, now)
  const sites = await openSites(timeline, house.config, now)
  const telling: Telling = { timeline, chance, presence: createPresence(), geo: house.geo, sites, now }
  const present = [...tellTalks(telling, staff), ...Array.from({ length: browsing }, () => tellBrowsing(telling))]
  tellLeft(telling, staff)
  const known = Array.from({ length: visitors }, () => tellVisitor(telling))
  await timeline.tell()
  return { staff, sites, present, known }
}

/** Somebody who is looking around as the demo begins. */
function tellBrowsing(telling: Telling): Present {
  const { chance, now } = telling
  const known = metBefore(telling, newcomer(somePersona(chance)), now)
  const walk = someWalk(chance, known.persona, chance.whole(1, 5))
  const before = walk.slice(0, -1).reduce((sum, { ms }) => sum + ms, 0)
  return {
    visit: tellVisit(
      telling,
      known,
      now - before - chance.between(3_000, 45_000),
      walk.map((look) => ({ ...look, ms: look.ms + minute }))
    ),
    chat: null
  }
}

/** Somebody of the last thirty days; every fourth came again. */
function tellVisitor(telling: Telling): Known {
  const { chance, now } = telling
  const known = newcomer(somePersona(chance))
  let daysAgo = chance.between(0.1, 29.5)
  while (daysAgo > 0) {
    const at = someTime(chance, now - 20 * minute, daysAgo, shops[known.persona.shop].timeZone, 'any')
    tellVisit(telling, known, at, someWalk(chance, known.persona, chance.weighted(lengths).pages))
    if (!chance.happens(0.28)) break
    known.persona = comingBack(chance, known.persona)
    daysAgo = (now - at) / day - chance.between(0.7, 8)
  }
  return known
}

/** Most look at a page or two. */
const lengths = [
  { pages: 1, weight: 5 },
  { pages: 2, weight: 5 },
  { pages: 3, weight: 4 },
  { pages: 5, weight: 3 },
  { pages: 8, weight: 1 }
]
