import { relative } from 'node:path'
import type { BunPlugin } from 'bun'

/** A finished script, and the files it was made from. */
export type Script = { code: string; inputs: string[] }

/** `agents`: browsers of the last two years. `visitors`: anything from Chromium 80 and Safari 14 on, hence ES2019. */
export type Readers = 'agents' | 'visitors'

/** One entry and what it imports as one minified classic script. Throws with the bundler's words, or naming what old browsers would not read. */
export async function bundleScript(entry: string, readers: Readers): Promise<Script> {
  const built = await Bun.build({
    entrypoints: [entry],
    target: 'browser',
    format: 'iife',
    minify: true,
    metafile: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: readers === 'visitors' ? [lowering] : []
  })
  const code = (await built.outputs[0]?.text()) ?? ''
  if (readers === 'visitors') await refuseNewSyntax(entry, code)
  return { code, inputs: Object.keys(built.metafile?.inputs ?? {}).map((input) => relative('.', input)) }
}

/** TypeScript is loaded on use only: an unchanged start must not pay for it. */
const lowering: BunPlugin = {
  name: 'es2019',
  setup(build) {
    build.onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path }) => {
      const { asEs2019 } = await import('./es2019.ts')
      return { loader: 'js', contents: asEs2019(await Bun.file(path).text()) }
    })
  }
}

async function refuseNewSyntax(entry: string, code: string): Promise<void> {
  const { newerThanEs2019 } = await import('./es2019.ts')
  const found = newerThanEs2019(code)
  if (found.length > 0) throw new Error(`${entry} would not run in old browsers:\n  ${found.join('\n  ')}`)
}
