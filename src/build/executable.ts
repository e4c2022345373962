import { chmodSync, rmSync, statSync } from 'node:fs'
import { Glob } from 'bun'
import { buildAssets } from './assets.ts'
import { writeDeafRuntime } from './runtime.ts'

/** Makes `dist/kefu` for this machine: the program, its workers, and everything that browsers get, in one file. */
export async function buildExecutable(outfile = 'dist/kefu'): Promise<void> {
  await buildAssets({ complete: true })
  const runtime = `${outfile}.runtime`
  writeDeafRuntime(runtime)
  try {
    await Bun.build({
      // Each worker is an entry of its own, under the path that platform/workers.ts names.
      entrypoints: ['src/main.ts', ...new Glob('src/**/*.worker.ts').scanSync('.')],
      root: 'src',
      target: 'bun',
      format: 'esm',
      minify: true,
      bytecode: true,
      sourcemap: 'none',
      define: { 'process.env.NODE_ENV': '"production"', KEFU_EXECUTABLE: 'true' },
      // Without the two switches it would read .env and run what a bunfig.toml in its working folder names.
      compile: { outfile, executablePath: runtime, autoloadDotenv: false, autoloadBunfig: false, autoloadTsconfig: false, autoloadPackageJson: false }
    })
  } finally {
    rmSync(runtime)
  }
  chmodSync(outfile, 0o755)
  console.error(`made ${outfile}, ${(statSync(outfile).size / 1024 / 1024).toFixed(1)} MB`)
}

if (import.meta.main) await buildExecutable(process.argv[2])
