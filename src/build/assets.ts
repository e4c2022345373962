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

type Made = { content: string; inputs: string[] }
type Asset = { name: string; entry: string; make(entry: string, missing: (file: string) => void): Promise<Made> | Made }

const folder = 'public/built'

const assets: Asset[] = [
  { name: 'console.css', entry: 'public/css/console.css', make: styles },
  { name: 'chat.css', entry: 'public/css/chat.css', make: styles },
  { name: 'demo.css', entry: 'public/css/demo.css', make: styles },
  { name: 'console.js', entry: 'src/console/main.ts', make: script('agents') },
  { name: 'htmx.js', entry: 'node_modules/htmx.org/dist/htmx.min.js', make: withSockets },
  { name: 'loader.js', entry: 'src/widget/loader/main.ts', make: script('visitors') },
  { name: 'chat.js', entry: 'src/widget/chat/main.ts', make: script('visitors') },
  { name: 'chat-more.js', entry: 'src/widget/chat/more.ts', make: script('visitors') }
]

/**
 * Makes every file that is missing or older than its sources, and says on standard error what it made. Runs in the
 * project's folder. A source that does not exist is told and leaves a gap; with `complete` it is an error.
 */
export async function buildAssets({ complete = false }: { complete?: boolean } = {}): Promise<void> {
  const missing = (file: string) => {
    if (complete) throw new Error(`${file} does not exist`)
    console.error(`${file} does not exist yet; nothing stands in its place`)
  }
  const stamps = openStamps(join(folder, 'stamps.json'))
  for (const asset of assets) await build(asset, stamps, missing)
  stamps.save()
  await buildGeo(join(folder, 'geo.bin.gz'))
}

async function build({ name, entry, make }: Asset, stamps: Stamps, missing: (file: string) => void): Promise<void> {
  const output = join(folder, name)
  if (stamps.isFresh(output)) return
  if (!existsSync(entry)) missing(entry)
  const made = existsSync(entry) ? await make(entry, missing) : { content: '', inputs: [] }
  write(output, made.content)
  stamps.remember(output, [entry, ...made.inputs, ...recipe])
  console.error(`made ${output}, ${made.content.length} bytes`)
}

/** A change of how things are made makes them again. */
const recipe = ['src/build/assets.ts', 'src/build/scripts.ts', 'src/build/styles.ts', 'src/build/es2019.ts', 'package.json', 'bun.lock']

function styles(entry: string, missing: (file: string) => void): Made {
  const { css, inputs } = joinStyles(entry, missing)
  return { content: css, inputs }
}

function script(readers: Readers): Asset['make'] {
  return async (entry) => {
    const { code, inputs } = await bundleScript(entry, readers)
    return { content: code, inputs }
  }
}

/** htmx and its socket extension as one script, as they were published. */
function withSockets(htmx: string): Made {
  const sockets = join(dirname(htmx), 'ext/hx-ws.min.js')
  const { version } = JSON.parse(readFileSync('node_modules/htmx.org/package.json', 'utf8')) as { version: string }
  const licence = `/*! htmx.org ${version} with hx-ws. Zero-Clause BSD. */`
  return { content: [licence, readFileSync(htmx, 'utf8'), readFileSync(sockets, 'utf8'), ''].join('\n'), inputs: [sockets] }
}

/** By rename: a server that is running from source never reads half a file. */
function write(output: string, content: string): void {
  mkdirSync(dirname(output), { recursive: true })
  writeFileSync(`${output}.partial`, content)
  renameSync(`${output}.partial`, output)
}

if (import.meta.main) await buildAssets({ complete: process.argv.includes('--complete') })
