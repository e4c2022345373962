import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What each built file was made from, so that an unchanged one is not made again. */
export type Stamps = {
  isFresh(output: string): boolean
  remember(output: string, inputs: string[]): void
  save(): void
}

type Stamp = Record<string, string>

/** Reads `file`; a stamp file that cannot be read means that everything is made again. */
export function openStamps(file: string): Stamps {
  const stamps = read(file)
  return {
    isFresh(output) {
      const inputs = stamps[output]
      return inputs !== undefined && existsSync(output) && Object.entries(inputs).every(([input, mark]) => markOf(input) === mark)
    },
    remember(output, inputs) {
      stamps[output] = Object.fromEntries(inputs.map((input) => [input, markOf(input)]))
    },
    save() {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify(stamps))
    }
  }
}

function read(file: string): Record<string, Stamp> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

/** Size and moment of change; a missing file has a mark too, so that its appearance is noticed. */
function markOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false })
  return found ? `${found.size} ${found.mtimeMs}` : 'missing'
}
