import { mkdir, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { keyOfIPv6, type Place, packGeo } from '#src/geo/index.ts'

/*
 * Makes public/built/geo.bin.gz of geoip-lite's data: GeoLite2 by MaxMind, CC BY-SA 4.0, named in About. Their records
 * carry coordinates and time zones that nobody here asks for; without them neighbours become one range.
 *
 *   names   88 bytes: country 2, region 3, metro 4, EU 1, zone 32, city 46
 *   IPv4    24 bytes, big-endian: from u32, to u32, number of the name u32, …
 *   IPv6    48 bytes, big-endian: from 16, to 16, number of the name u32, …
 */
const source = new URL('../../node_modules/geoip-lite/data/', import.meta.url)
const files = ['geoip-city-names.dat', 'geoip-city.dat', 'geoip-city6.dat'] as const
/** Raised whenever this file or the layout changes what comes out. */
const version = 1

if (import.meta.main) await buildGeo('public/built/geo.bin.gz')

/** Writes the packed data, unless it was already made of the same sources. Takes about three seconds. */
export async function buildGeo(outFile: string): Promise<void> {
  const stamp = await sourcesStamp()
  const stampFile = `${outFile}.stamp`
  if ((await Bun.file(outFile).exists()) && (await Bun.file(stampFile).exists()) && (await Bun.file(stampFile).text()) === stamp) return
  const [names, ipv4, ipv6] = await Promise.all(files.map(async (name) => Buffer.from(await Bun.file(new URL(name, source)).arrayBuffer())))
  if (!names || !ipv4 || !ipv6) throw new Error('geoip-lite has no data')
  const { places, numbers } = readPlaces(names)
  const line = new Timeline()
  addIPv4(line, ipv4, numbers)
  addIPv6(line, ipv6, numbers)
  await mkdir(dirname(outFile), { recursive: true })
  await Bun.write(`${outFile}.new`, Bun.gzipSync(packGeo({ ...line.ranges(), places }), { library: 'libdeflate', level: 10 }))
  await rename(`${outFile}.new`, outFile)
  await Bun.write(stampFile, stamp)
}

async function sourcesStamp(): Promise<string> {
  const stats = await Promise.all(files.map((name) => stat(new URL(name, source))))
  return [version, ...stats.map(({ size, mtimeMs }) => `${size}@${mtimeMs}`)].join(' ')
}

/** Every different place once, sorted so that they pack well; unknown is number 0. `numbers` leads from a name to its place. */
function readPlaces(names: Buffer): { places: (Place | null)[]; numbers: Uint32Array } {
  const keys = Array.from({ length: names.length / 88 }, (_, n) => {
    const field = (at: number, length: number) => names.toString('utf8', n * 88 + at, n * 88 + at + length).replace(/\0.*$/s, '')
    return `${field(0, 2)}\t${field(2, 3)}\t${field(42, 46).replace(/\ufffd+$/, '')}`
  })
  const different = ['', ...new Set(keys.filter((key) => /^[A-Z]{2}\t/.test(key)))].sort()
  const numberOf = new Map(different.map((key, number) => [key, number]))
  const places = different.map((key) => {
    const [country = '', region = '', city = ''] = key.split('\t')
    return country === '' ? null : { country, region: region || null, city: city || null }
  })
  return { places, numbers: Uint32Array.from(keys, (key) => numberOf.get(key) ?? 0) }
}

function addIPv4(line: Timeline, rows: Buffer, numbers: Uint32Array): void {
  for (let at = 0; at < rows.length; at += 24) {
    line.add(rows.readUInt32BE(at), rows.readUInt32BE(at + 4), numbers[rows.readUInt32BE(at + 8)] ?? 0)
  }
}

/** A /56 that is divided further belongs to its first part. A few rows are out of order or no addresses at all. */
function addIPv6(line: Timeline, rows: Buffer, numbers: Uint32Array): void {
  const keyAt = (at: number) => keyOfIPv6(rows.readUInt32BE(at), rows.readUInt32BE(at + 4))
  const found = Array.from({ length: rows.length / 48 }, (_, n) => ({ from: keyAt(n * 48), to: keyAt(n * 48 + 16), name: rows.readUInt32BE(n * 48 + 32) }))
  const valid = found.filter((row): row is { from: number; to: number; name: number } => row.from !== null && row.to !== null)
  for (const row of valid.sort((one, other) => one.from - other.from)) line.add(row.from, row.to, numbers[row.name] ?? 0)
}

/** Ranges as they come, in order; gaps become "unknown", equal neighbours one. */
class Timeline {
  readonly #starts: number[] = []
  readonly #numbers: number[] = []
  #end = 0

  add(from: number, to: number, number: number): void {
    if (from > this.#end) this.#begin(this.#end, 0)
    if (to >= this.#end) this.#begin(Math.max(from, this.#end), number)
    this.#end = Math.max(this.#end, to + 1)
  }

  ranges(): { starts: number[]; numbers: number[] } {
    this.#begin(this.#end, 0)
    return { starts: this.#starts, numbers: this.#numbers }
  }

  #begin(at: number, number: number): void {
    if (this.#numbers.at(-1) === number) return
    this.#starts.push(at)
    this.#numbers.push(number)
  }
}
