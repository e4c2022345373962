import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** A style sheet in one piece, and the files it was made from. */
export type Styles = { css: string; inputs: string[] }

const importRule = /@import\s+(?:url\(\s*)?["']([^"']+)["']\s*\)?\s*(?:layer\(\s*([\w.-]+)\s*\))?\s*;/g
const stringOrComment = /("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|\/\*[\s\S]*?\*\//g

/**
 * One style sheet with its `@import`s put where they stand. Bun's own bundler is not used: it moves the `@layer`
 * statement behind the imports, which turns the order of the layers round, and rewrites light-dark().
 * Throws when an imported file is missing.
 */
export function joinStyles(entry: string): Styles {
  const inputs: string[] = []
  return { css: squeeze(inline(entry, inputs)), inputs }
}

function inline(file: string, inputs: string[]): string {
  if (inputs.includes(file)) return ''
  if (inputs.length > 0 && !existsSync(file)) throw new Error(`${inputs.at(-1)} imports ${file}, which does not exist`)
  inputs.push(file)
  return withoutComments(readFileSync(file, 'utf8')).replace(importRule, (_, path: string, layer?: string) => {
    const css = inline(resolve(dirname(file), path), inputs)
    return layer ? `@layer ${layer} {\n${css}\n}` : css
  })
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
