import { Elysia } from 'elysia'
import { chapter, chapters, type Facts, isSlug, type ServeOption } from '#src/handbook/index.ts'
import type { House } from '#src/house.ts'
import { sessionOf } from '#src/people/index.ts'
import { missing } from '#src/platform/refusal.ts'
import { version } from '#src/platform/version.ts'
import { isLanguage, type Language, nearestLanguage, say } from '#src/texts/index.ts'
import { ChapterPage, ContentsPage, type HelpPageProps, helpAddress } from '#views/help/index.ts'
import { sessionToken } from './agent/session-cookie.ts'
import { lookOf } from './agent/shell.tsx'
import { html } from './answer.ts'
import { assetAddress } from './assets.ts'
import { ownOrigin } from './hosts.ts'
import { loaderIntegrity, loaderVersion } from './visitor/loader.ts'

/**
 * The handbook, open to everybody: it tells nothing that the program's own files do not. `/help` and `/help/running` lead
 * to the reader's language; each page has an address of its own per language, so that it can be sent to somebody.
 */
export function helpDoors(house: House, options: readonly ServeOption[]) {
  return new Elysia({ prefix: '/help' })
    .get('/', ({ request }) => toLanguage(house, request))
    .get('/:page', ({ request, params: { page } }) => {
      if (isSlug(page)) return toLanguage(house, request, page)
      return html(<ContentsPage {...frameOf(house, request, options, languageFrom(page), null)} />)
    })
    .get('/:page/:chapter', ({ request, params }) => {
      const language = languageFrom(params.page)
      const slug = isSlug(params.chapter) ? params.chapter : null
      if (slug === null) throw missing()
      const facts = factsOf(house, request, options)
      return html(<ChapterPage {...frameOf(house, request, options, language, slug)} chapter={chapter(language, slug, facts)} />)
    })
}

function toLanguage(house: House, request: Request, slug?: string): Response {
  const language = readerOf(house, request)?.language ?? nearestLanguage(request.headers.get('accept-language'))
  return new Response(null, { status: 303, headers: { location: helpAddress(language, slug), vary: 'Accept-Language, Cookie' } })
}

function languageFrom(text: string): Language {
  if (isLanguage(text)) return text
  throw missing()
}

function frameOf(house: House, request: Request, options: readonly ServeOption[], language: Language, open: HelpPageProps['reading']['open']): HelpPageProps {
  const reader = readerOf(house, request)
  const voice = say(language)
  return {
    say: voice,
    assets: { css: assetAddress('console.css'), js: [assetAddress('console.js')], icon: assetAddress('mark.svg') },
    look: reader ? lookOf(reader.look) : undefined,
    chapters: chapters(language, factsOf(house, request, options)),
    reading: { language, open, say: voice },
    signedIn: reader !== null
  }
}

/** Whoever is signed in reads in their own language and look. */
function readerOf(house: House, request: Request) {
  return sessionOf(house.core, sessionToken(house, request))?.person ?? null
}

function factsOf(house: House, request: Request, options: readonly ServeOption[]): Facts {
  return {
    base: house.publicUrl() ?? ownOrigin(house, request),
    version,
    loader: { version: loaderVersion, integrity: loaderIntegrity },
    options
  }
}
