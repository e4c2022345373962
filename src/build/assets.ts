import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildGeo } from './geo.ts'
import { bundleScript, type Readers } from './scripts.ts'
import { openStamps, type Stamps } from './stamps.ts'
import { joinStyles } from './styles.ts'

/*
 * What browsers get, made from the sources into public/built. Run before a start from source and before the
 * executable is made; what is unchanged is not made again, so a repeated start costs milliseconds.
 */

type Made = { content: string | Uint8Array; inputs: string[] }
type Asset = { name: string; entry: string; make(entry: string): Promise<Made> | Made }

const folder = 'public/built'

const assets: Asset[] = [
  styles('console.css', 'public/css/console.css'),
  styles('chat.css', 'public/css/chat.css'),
  script('console.js', 'src/console/main.ts', 'agents'),
  { name: 'htmx.js', entry: 'node_modules/htmx.org/dist/htmx.min.js', make: withSockets },
  script('loader.js', 'src/widget/loader/main.ts', 'visitors'),
  script('chat.js', 'src/widget/chat/main.ts', 'visitors'),
  script('chat-more.js', 'src/widget/chat/more.ts', 'visitors')
]

/** Makes every asset that is missing or older than its sources, and says on standard error what it made. Runs in the project's folder. */
export async function buildAssets({ quiet = false }: { quiet?: boolean } = {}): Promise<void> {
  const stamps = openStamps(join(folder, 'stamps.json'))
  for (const asset of assets) await build(asset, stamps, quiet)
  stamps.save()
  await buildGeo(join(folder, 'geo.bin.gz'))
}

async function build({ name, entry, make }: Asset, stamps: Stamps, quiet: boolean): Promise<void> {
  const output = join(folder, name)
  if (stamps.isFresh(output)) return
  const made = existsSync(entry) ? await make(entry) : empty(entry)
  write(output, made.content)
  stamps.remember(output, [entry, ...made.inputs, ...recipe])
  if (!quiet) console.error(`made ${output}, ${made.content.length} bytes`)
}

/** A change of how things are made makes them again. */
const recipe = ['src/build/assets.ts', 'src/build/scripts.ts', 'src/build/styles.ts', 'src/build/es2019.ts', 'package.json', 'bun.lock']

function styles(name: string, entry: string): Asset {
  const make = () => {
    const { css, inputs } = joinStyles(entry)
    return { content: css, inputs }
  }
  return { name, entry, make }
}

function script(name: string, entry: string, readers: Readers): Asset {
  const make = async () => {
    const { code, inputs } = await bundleScript(entry, readers)
    return { content: code, inputs }
  }
  return { name, entry, make }
}

/** htmx and its socket extension as one script, as they were published. */
function withSockets(htmx: string): Made {
  const sockets = join(dirname(htmx), 'ext/hx-ws.min.js')
  const { version } = JSON.parse(readFileSync('node_modules/htmx.org/package.json', 'utf8')) as { version: string }
  const licence = `/*! htmx.org ${version} with hx-ws. Zero-Clause BSD. */`
  return { content: [licence, readFileSync(htmx, 'utf8'), readFileSync(sockets, 'utf8'), ''].join('\n'), inputs: [sockets] }
}

/** A part that is not written yet is an empty file, so that everything else can be seen. */
function empty(entry: string): Made {
  console.error(`${entry} does not exist: an empty file stands in for it`)
  return { content: '', inputs: [] }
}

/** By rename: a server that is running from source never reads half a file. */
function write(output: string, content: string | Uint8Array): void {
  mkdirSync(dirname(output), { recursive: true })
  writeFileSync(`${output}.partial`, content)
  renameSync(`${output}.partial`, output)
}

if (import.meta.main) await buildAssets()
