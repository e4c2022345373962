import { Elysia } from 'elysia'
import type { House } from '#src/house.ts'
import { missing } from '#src/platform/refusal.ts'
import { openSites } from '#src/sites/index.ts'
import { isLanguage, nearestLanguage, say } from '#src/texts/index.ts'
import { CartPage, GoodPage, GuidePage, goodBySlug, HomePage, ListPage, ShippingPage, type Shop } from '#views/demo/index.ts'
import { html } from './answer.ts'
import { assetAddress } from './assets.ts'

/** The demo shop, open to everybody: it tells nothing but the first site's key, which every page of that site tells as well. */
export function demoDoors(house: House) {
  return new Elysia({ prefix: '/demo' })
    .get('/', ({ request }) => html(<HomePage shop={shopFor(house, request)} />))
    .get('/teaware', ({ request }) => html(<ListPage shop={shopFor(house, request)} kind="ware" />))
    .get('/tea', ({ request }) => html(<ListPage shop={shopFor(house, request)} kind="tea" />))
    .get('/guide', ({ request }) => html(<GuidePage shop={shopFor(house, request)} />))
    .get('/shipping', ({ request }) => html(<ShippingPage shop={shopFor(house, request)} />))
    .get('/cart', ({ request }) => html(<CartPage shop={shopFor(house, request)} line={cartLine(request)} />))
    .get('/goods/:slug', ({ request, params }) => {
      const good = goodBySlug(params.slug)
      if (!good) throw missing()
      return html(<GoodPage shop={shopFor(house, request)} good={good} />)
    })
}

/** `?lang=` chooses; without it the first site's language, and before set-up the browser's. */
function shopFor({ core }: House, request: Request): Shop {
  const { pathname, searchParams } = new URL(request.url)
  const site = openSites(core)[0]
  const asked = searchParams.get('lang')
  const chosen = isLanguage(asked)
  const language = chosen ? asked : (site?.language ?? nearestLanguage(request.headers.get('accept-language')))
  return {
    say: say(language),
    css: assetAddress('demo.css'),
    icon: assetAddress('mark.svg'),
    path: pathname.replace(/^\/demo/, '').replace(/\/$/, ''),
    chosen,
    code: site ? { address: '/w.js', site: site.key } : null
  }
}

function cartLine(request: Request) {
  const { searchParams } = new URL(request.url)
  const good = goodBySlug(searchParams.get('good') ?? '')
  const amount = Math.floor(Number(searchParams.get('n') ?? 1))
  return good && amount >= 1 && amount <= 99 ? { good, amount } : null
}
