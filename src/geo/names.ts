import type { Language } from '#src/texts/index.ts'
import { chineseCityName } from './cities.ts'
import type { Place } from './place.ts'
import { regionName } from './regions.ts'

/** How a place reads in English: `Shenzhen, Guangdong, China` in full, `Shenzhen, China` in short. Chinese is short by itself. */
export type Length = 'full' | 'short'

export type PlaceParts = { country: string; region: string | null; city: string | null }

/** A place in one language, or null when nothing is known of it: 广东深圳, 上海浦东, 台湾台北, 香港, `英国 Bristol`. */
export function placeName(place: Place | null, language: Language, length: Length = 'full'): string | null {
  if (!place || place.country === '') return null
  return remembered(`${language} ${length} ${place.country} ${place.region} ${place.city}`, () => {
    const parts = placeParts(place, language, length)
    return language === 'en' ? englishName(parts, length) : chineseName(parts, place.country)
  })
}

/** The names of a place's parts. A part that has no name in this language is null, and so is a city that only repeats its region or country. */
export function placeParts(place: Place, language: Language, length: Length = 'full'): PlaceParts {
  const { country, region } = place
  return {
    country: countryName(country, language, length),
    region: isCityState(country) ? null : (regionName(country, region, language) ?? stateCode(place, language)),
    city: isCityState(country) || repeatsItself(place) ? null : cityName(place, language)
  }
}

/** A country's name, or its code when there is none. */
export function countryName(country: string, language: Language, length: Length = 'full'): string {
  if (!/^[A-Z]{2}$/.test(country)) return country
  const style = language !== 'en' || isCityState(country) || length === 'short' ? 'short' : 'long'
  return dictionary(language, style).of(country) ?? country
}

/** From the large to the small, without blanks between Chinese names; that a province is in China goes without saying. */
function chineseName({ country, region, city }: PlaceParts, code: string): string {
  if (code === 'TW') return `${country}${region ?? ''}`
  if (code !== 'CN') return city ? `${country} ${city}` : country
  if (city && region && !city.startsWith(region)) return `${region}${city}`
  return city ?? region ?? country
}

function englishName({ country, region, city }: PlaceParts, length: Length): string {
  const parts = length === 'short' ? [city ?? region, country] : [city, region, country]
  return parts.filter((part) => part !== null).join(', ')
}

/** In Chinese, a city of China that we have no name for is left out rather than spelled: its province stands. */
function cityName({ country, region, city }: Place, language: Language): string | null {
  if (city === null || language === 'en' || country !== 'CN') return city
  return region && chineseCityName(region, city, language)
}

/** Taipei in Taipei, Shanghai in Shanghai, Singapore in Singapore. */
function repeatsItself({ country, region, city }: Place): boolean {
  const plain = city?.replace(/ City$/, '')
  return plain === countryName(country, 'en') || (plain === regionName(country, region, 'en') && plain !== 'Jilin')
}

/** The data's quarters of Hong Kong and Macao are mostly its guess of the middle: their one name is said. */
function isCityState(country: string): boolean {
  return country === 'HK' || country === 'MO'
}

/** English addresses name these countries' states by their letters: `Austin, TX`. */
function stateCode({ country, region }: Place, language: Language): string | null {
  return language === 'en' && ['US', 'CA', 'AU'].includes(country) ? region : null
}

const dictionaries = new Map<string, Intl.DisplayNames>()

function dictionary(language: Language, style: 'long' | 'short'): Intl.DisplayNames {
  const key = `${language} ${style}`
  const known = dictionaries.get(key) ?? new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' })
  dictionaries.set(key, known)
  return known
}

const names = new Map<string, string>()

/** The visitor list names twenty thousand places at a stroke, mostly the same few hundred. */
function remembered(key: string, name: () => string): string {
  const known = names.get(key)
  if (known !== undefined) return known
  if (names.size >= 4_000) names.clear()
  const made = name()
  names.set(key, made)
  return made
}
