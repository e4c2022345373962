import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'

/** A style sheet in one piece, and the files it was made from. */
export type Styles = { css: string; inputs: string[] }

const importRule = /@import\s+(?:url\(\s*)?["']([^"']+)["']\s*\)?\s*(?:layer\(\s*([\w.-]+)\s*\))?\s*;/g
const stringOrComment = /("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|\/\*[\s\S]*?\*\//g

/**
 * One style sheet with its `@import`s put where they stand. Bun's own bundler is not used: it moves the `@layer`
 * statement behind the imports, which turns the order of the layers round, and rewrites light-dark().
 * `missing` hears of an imported file that does not exist; nothing stands in its place.
 */
export function joinStyles(entry: string, missing: (file: string) => void): Styles {
  const inputs: string[] = []
  return { css: squeeze(inline(entry)), inputs }

  function inline(file: string): string {
    if (inputs.includes(file)) return ''
    inputs.push(file)
    if (!existsSync(file)) {
      missing(file)
      return ''
    }
    return withoutComments(readFileSync(file, 'utf8')).replace(importRule, (_, path: string, layer?: string) => {
      const css = inline(relative('.', resolve(dirname(file), path)))
      return layer ? `@layer ${layer} {\n${css}\n}` : css
    })
  }
}

function withoutComments(css: string): string {
  return css.replace(stringOrComment, (_, text?: string) => text ?? '')
}

/** Indents and empty lines go; lines stay, so that a browser's inspector still names a place. */
function squeeze(css: string): string {
  return `${css
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')}\n`
}
