import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/*
 * Bun reads these variables before any of our code runs, in compiled programs too: BUN_OPTIONS=--preload=… runs a
 * stranger's file inside us, BUN_INSPECT opens a debugger, BUN_BE_BUN turns the executable into a whole Bun. No build
 * switch turns that off, so the copy of the runtime that we ship has their names made unreadable.
 */
const names = ['BUN_OPTIONS', 'BUN_INSPECT', 'BUN_BE_BUN'] as const

/** Writes a copy of the running Bun that does not listen to these variables. Throws when a name is not found: then this Bun works otherwise, and so must this. */
export function writeDeafRuntime(target: string): void {
  const runtime = readFileSync(process.execPath)
  for (const name of names) if (deafen(runtime, name) === 0) throw new Error(`${process.execPath} does not know ${name}; see what reads it now`)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, runtime)
  chmodSync(target, 0o755)
}

/** No shell can set a variable whose name begins with this sign. */
const unreadable = 1

/** Gives how often the name stood there. */
function deafen(runtime: Buffer, name: string): number {
  let found = 0
  for (let at = runtime.indexOf(name); at >= 0; at = runtime.indexOf(name, at + name.length)) {
    runtime[at] = unreadable
    found++
  }
  return found
}
