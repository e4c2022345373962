import { expect, test } from 'bun:test'
import type { Chapter } from '#src/handbook/index.ts'
import { languages, say } from '#src/texts/index.ts'
import { books, everyBook } from '#tests/handbook/book.ts'
import { ChapterPage, ContentsPage, type HelpPageProps } from '#views/help/index.ts'

const frame = (language: (typeof languages)[number], open: Chapter['slug'] | null): HelpPageProps => ({
  say: say(language),
  assets: { css: '/a/1/console.css', js: [] },
  chapters: books.get(language) ?? [],
  reading: { language, open, say: say(language) },
  signedIn: false
})
const everyPage = everyBook.flatMap(([language, book]) =>
  book.map((chapter) => ({ language, chapter, markup: (<ChapterPage {...frame(language, chapter.slug)} chapter={chapter} />).markup }))
)
const all = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].map(([, found = '']) => found)

test('no name stands twice on a page, and every button to copy names something that is there', () => {
  for (const { markup } of everyPage) {
    const ids = all(markup, / id="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    expect(all(markup, / data-copy="([^"]+)"/g).filter((id) => !ids.includes(id))).toEqual([])
  }
})

test('every section has a place in the table of contents of its page', () => {
  for (const { chapter, markup } of everyPage) {
    const [contents = ''] = all(markup, /(<nav class="help-contents"[\s\S]*?<\/nav>)/g)
    expect(chapter.sections.filter(({ id }) => !contents.includes(`href="#${id}"`)).map(({ id }) => id)).toEqual([])
  }
})

test('a chapter leads to its neighbours and to itself in the other languages', () => {
  const [page] = everyPage.filter(({ language, chapter }) => language === 'zh-CN' && chapter.slug === 'answering')
  expect(all(page?.markup ?? '', /rel="(?:prev|next)"[^>]*|href="([^"]+)" rel="(?:prev|next)"/g)).toEqual(['/help/zh-CN/code-line', '/help/zh-CN/people'])
  for (const language of languages) expect(page?.markup).toContain(`href="/help/${language}/answering"`)
})

test('the first page names every chapter with what it is for', () => {
  for (const [language, book] of everyBook) {
    const { markup } = <ContentsPage {...frame(language, null)} />
    expect(book.filter(({ slug, title }) => !markup.includes(`<a href="/help/${language}/${slug}"><b>${title.replaceAll("'", '&#39;')}</b>`))).toEqual([])
  }
})

test('what a chapter says is text, whatever is in it', () => {
  const poison = '<img src=x onerror=alert(1)>'
  const sections = [
    {
      id: 'one',
      title: poison,
      blocks: [
        poison,
        { code: poison },
        { list: [poison] },
        { steps: [poison] },
        { note: poison },
        { terms: [{ name: poison, also: poison, says: poison, example: poison }] }
      ]
    }
  ]
  const chapter: Chapter = { slug: 'about', title: poison, lead: `${poison} \`${poison}\` [${poison}](javascript:alert(1))`, sections }
  const { markup } = <ChapterPage {...frame('en', 'about')} chapter={chapter} />
  expect(markup).not.toContain('<img')
  expect(markup).not.toContain('href="javascript')
  expect(all(markup, /(&lt;img src=x onerror=alert\(1\)&gt;)/g).length).toBeGreaterThan(12)
})
