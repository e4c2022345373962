/** Somebody's line in a talk, perhaps with a file that is drawn or written when it is needed. */
export type Line = { by: 'visitor' | 'agent'; text: string; file: string | null }

/** A conversation as it could have been, from the visitor's first words. Where it speaks of a place, it belongs to people from there. */
export type Talk = { topic: string; places: readonly string[]; lines: readonly Line[] }

/**
 * Reads screenplays: `# topic @ towns` begins a talk, `>` is what the visitor says, `<` what the shop answers, and a line that
 * begins with `|` goes on with the one above. `[name.png]` before the words is a file that comes with them.
 */
export function talksFrom(play: string): Talk[] {
  return play
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...rest] = part.trim().split('\n')
      const [topic = '', places = ''] = head.split('@')
      return { topic: topic.trim(), places: places.split(/\s+/).filter((town) => town !== ''), lines: linesFrom(rest) }
    })
}

function linesFrom(rows: readonly string[]): Line[] {
  const lines: Line[] = []
  for (const row of rows.map((text) => text.trim()).filter((text) => text !== '')) {
    const words = row.slice(1).trim()
    const last = lines.at(-1)
    if (row.startsWith('|') && last) last.text += `\n${words}`
    else if (row.startsWith('>') || row.startsWith('<')) lines.push(lineFrom(row.startsWith('>') ? 'visitor' : 'agent', words))
    else throw new Error(`not a line of a talk: ${row}`)
  }
  return lines
}

function lineFrom(by: Line['by'], words: string): Line {
  const [, file = null, text = words] = /^\[([\w-]+\.\w+)\]\s*(.*)$/.exec(words) ?? []
  return { by, text, file }
}

/** The words with what this talk calls its order. */
export function filled(text: string, order: string): string {
  return text.replaceAll('{order}', order)
}
