import { Drawing } from './drawing.tsx'
import { type Good, goods } from './goods.ts'
import { priceText, type Shop, shopAddress } from './shop.ts'

/** One thing for sale, in a row of them. */
export function GoodCard({ shop, good }: { shop: Shop; good: Good }) {
  return (
    <a class="good" href={shopAddress(shop, `/goods/${good.slug}`)}>
      <Drawing name={good.drawing} />
      <h3>{shop.say(good.name)}</h3>
      <p class="num">{priceText(shop.say, good.price)}</p>
    </a>
  )
}

/** Four other things, for whoever has not found it yet. */
export function OtherGoods({ shop, except }: { shop: Shop; except: string }) {
  const others = goods.filter(({ slug }) => slug !== except).slice(0, 4)
  return (
    <section>
      <h2>{shop.say('demo.others')}</h2>
      <div class="goods">
        {others.map((good) => (
          <GoodCard shop={shop} good={good} />
        ))}
      </div>
    </section>
  )
}
