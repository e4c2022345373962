import type { Child } from '#jsx'
import { type Language, languages } from '#src/texts/index.ts'
import { Page } from '#views/layout/index.ts'
import { Icon } from '#views/ui/index.ts'
import { type Shop, shopAddress } from './shop.ts'

const menu = [
  { path: '/teaware', text: 'demo.nav.ware' },
  { path: '/tea', text: 'demo.nav.tea' },
  { path: '/guide', text: 'demo.nav.guide' },
  { path: '/shipping', text: 'demo.nav.shipping' }
] as const

const short: Record<Language, string> = { 'zh-CN': '简', 'zh-TW': '繁', en: 'EN' }

/** The demo shop around one of its pages: an ordinary shop with ordinary links, and the code line at its end. */
export function ShopFrame({ shop, title, children }: { shop: Shop; title: string; children?: Child }) {
  const { say, css, icon, code } = shop
  return (
    <Page title={`${title} — ${say('demo.name')}`} say={say} assets={{ css, js: [], icon }} look={{ theme: 'light', density: null, text: null }} isShops>
      <div class="shop">
        <ShopHeader shop={shop} />
        <main>{children}</main>
        <footer>
          <p>{say('demo.foot')}</p>
          <p>{say('demo.foot_demo')}</p>
        </footer>
      </div>
      {code ? <script async src={code.address} data-site={code.site} data-language={shop.chosen ? say.language : undefined} /> : null}
    </Page>
  )
}

function ShopHeader({ shop }: { shop: Shop }) {
  const { say, path } = shop
  return (
    <header>
      <a class="logo" href={shopAddress(shop, '')}>
        {say('demo.name')}
      </a>
      <nav aria-label={say('demo.nav')}>
        {menu.map((entry) => (
          <a href={shopAddress(shop, entry.path)} aria-current={path === entry.path ? 'page' : undefined}>
            {say(entry.text)}
          </a>
        ))}
      </nav>
      <span class="tongues">
        {languages.map((language) => (
          <a href={`/demo${path}?lang=${language}`} hreflang={language} lang={language} aria-current={language === say.language ? 'true' : undefined}>
            {short[language]}
          </a>
        ))}
      </span>
      <a class="bag" href={shopAddress(shop, '/cart')} aria-label={say('demo.cart')}>
        <Icon name="shopping-bag" size={20} />
      </a>
    </header>
  )
}
