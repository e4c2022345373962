import { languages, type Say } from '#src/texts/index.ts'
import type { Option } from '#views/ui/index.ts'

/** Zones where our shops are, before the rest of the world. */
const near = ['Asia/Shanghai', 'Asia/Taipei', 'Asia/Hong_Kong', 'Asia/Macau', 'Asia/Singapore', 'Asia/Kuala_Lumpur', 'Asia/Tokyo', 'UTC']
const zones = [...new Set([...near, ...Intl.supportedValuesOf('timeZone')])]

export function languageOptions(say: Say): Option[] {
  return languages.map((language) => ({ value: language, label: say(`common.language.${language}`) }))
}

/** Zones by their international names, which every reader of a list of zones knows. The chosen one is there even if this machine calls it otherwise. */
export function zoneOptions(chosen: string | null): Option[] {
  const all = chosen === null || zones.includes(chosen) ? zones : [chosen, ...zones]
  return all.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
}
