import type { Core } from './core.ts'

/** Han, kana, hangul and their extensions: each sign becomes a word of its own. */
const cjk =
  /[\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f]|[\ud840-\ud87f][\udc00-\udfff]/g

/** Text with every CJK sign set apart by spaces: SQLite's tokenizer sees no words in 我要退款. */
export function setApart(text: string): string {
  return text.replace(cjk, ' $& ')
}

/**
 * Makes an entry's text findable, once per batch before it commits: full-text search flushes at every savepoint,
 * which would cost half the throughput. Inside a transaction only.
 */
export function indexText(core: Core, entry: number, text: string, tags: string): void {
  core.beforeCommit(() => {
    core.db.query('insert into entry_texts (rowid, body, tags) values (?, ?, ?)').run(entry, setApart(text), tags)
  })
}

/** Takes an entry's words out of the index; needs the very text and tags that were put in (a contentless table keeps none). */
export function unindexText(core: Core, entry: number, text: string, tags: string): void {
  core.beforeCommit(() => {
    core.db.query("insert into entry_texts (entry_texts, rowid, body, tags) values ('delete', ?, ?, ?)").run(entry, setApart(text), tags)
  })
}

/** What somebody typed as a query of quoted phrases: nothing in it is syntax. Null when it holds no word. */
export function phraseQuery(typed: string): string | null {
  const words = typed.slice(0, 200).split(/\s+/).filter(Boolean).slice(0, 10)
  const phrases = words.map((word) => setApart(word).trim().replaceAll('"', ' ').trim()).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return phrases.length === 0 ? null : phrases.map((phrase) => `"${phrase}"`).join(' ')
}

/** Entries that hold all words typed, newest first. Under a millisecond for the first fifty in millions. */
export function entriesWith({ db }: Core, typed: string, most: number): number[] {
  const query = phraseQuery(typed)
  if (query === null) return []
  return db
    .query<{ rowid: number }, [string, number]>('select rowid from entry_texts where entry_texts match ? order by rowid desc limit ?')
    .all(`body : (${query})`, most)
    .map((row) => row.rowid)
}
