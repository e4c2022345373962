import { Drawing } from './drawing.tsx'
import { OtherGoods } from './good-card.tsx'
import type { Good } from './goods.ts'
import { priceText, type Shop, shopAddress } from './shop.ts'
import { ShopFrame } from './shop-frame.tsx'

export function GoodPage({ shop, good }: { shop: Shop; good: Good }) {
  const { say } = shop
  return (
    <ShopFrame shop={shop} title={say(good.name)}>
      <section class="product">
        <Drawing name={good.drawing} />
        <div>
          <p class="crumb">
            <a href={shopAddress(shop, good.kind === 'ware' ? '/teaware' : '/tea')}>{say(`demo.nav.${good.kind}`)}</a>
          </p>
          <h1>{say(good.name)}</h1>
          <p class="lead">{say(good.line)}</p>
          <p class="price num">{priceText(say, good.price)}</p>
          <form class="buy" method="get" action="/demo/cart">
            <input type="hidden" name="good" value={good.slug} />
            {shop.chosen ? <input type="hidden" name="lang" value={say.language} /> : null}
            <label>
              {say('demo.amount')}
              <input class="amount" type="number" name="n" value="1" min="1" max="99" inputmode="numeric" />
            </label>
            <button class="cta" type="submit">
              {say('demo.add')}
            </button>
          </form>
          <p>{say(good.about)}</p>
          <dl>
            <dt>{say('demo.size')}</dt>
            <dd>{say(good.size)}</dd>
            <dt>{say('demo.delivery')}</dt>
            <dd>{say('demo.delivery_text')}</dd>
          </dl>
        </div>
      </section>
      <OtherGoods shop={shop} except={good.slug} />
    </ShopFrame>
  )
}
