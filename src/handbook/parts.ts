/** What of others is inside the executable, and under which licence. A test compares it with the packages themselves. */
export const parts = [
  { name: 'Bun', package: 'bun', licence: 'MIT' },
  { name: 'Elysia', package: 'elysia', licence: 'MIT' },
  { name: 'htmx', package: 'htmx.org', licence: '0BSD' },
  { name: 'isbot', package: 'isbot', licence: 'Unlicense' },
  { name: 'ua-parser-js', package: 'ua-parser-js', licence: 'MIT' },
  { name: 'Lucide', package: 'lucide-static', licence: 'ISC' }
] as const

export type Part = (typeof parts)[number]['package']

/** As its licence asks for it, in every language the same. */
export const geoAttribution =
  'This product includes GeoLite2 Data created by MaxMind, available from [https://www.maxmind.com](https://www.maxmind.com). The data is licensed under [CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/).'
