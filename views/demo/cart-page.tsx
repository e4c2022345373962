import { Drawing } from './drawing.tsx'
import { OtherGoods } from './good-card.tsx'
import type { Good } from './goods.ts'
import { priceText, type Shop, shopAddress } from './shop.ts'
import { ShopFrame } from './shop-frame.tsx'

/** Yuan from which nothing is charged for sending, and what it costs below. */
const freeFrom = 199
const sending = 12

export type CartLine = { good: Good; amount: number }

export function CartPage({ shop, line }: { shop: Shop; line: CartLine | null }) {
  const { say } = shop
  return (
    <ShopFrame shop={shop} title={say('demo.cart')}>
      <section>
        <h1>{say('demo.cart')}</h1>
        {line ? <Cart shop={shop} line={line} /> : <EmptyCart shop={shop} />}
      </section>
      <OtherGoods shop={shop} except={line?.good.slug ?? ''} />
    </ShopFrame>
  )
}

function Cart({ shop: { say }, line: { good, amount } }: { shop: Shop; line: CartLine }) {
  const sum = good.price * amount
  const cost = sum >= freeFrom ? 0 : sending
  return (
    <div class="cart">
      <div class="cart-line">
        <Drawing name={good.drawing} />
        <div>
          <h3>{say(good.name)}</h3>
          <p>{say(good.line)}</p>
        </div>
        <span class="num">{`${priceText(say, good.price)} × ${amount}`}</span>
      </div>
      <dl class="sums">
        <dt>{say('demo.sum')}</dt>
        <dd class="num">{priceText(say, sum)}</dd>
        <dt>{say('demo.sending')}</dt>
        <dd class="num">{cost === 0 ? say('demo.free') : priceText(say, cost)}</dd>
        <dt>{say('demo.total')}</dt>
        <dd class="num total">{priceText(say, sum + cost)}</dd>
      </dl>
      <p class="hint">{say('demo.cart_demo')}</p>
    </div>
  )
}

function EmptyCart({ shop }: { shop: Shop }) {
  return (
    <div class="cart">
      <p class="lead">{shop.say('demo.cart_empty')}</p>
      <a class="cta" href={shopAddress(shop, '/teaware')}>
        {shop.say('demo.cart_empty_act')}
      </a>
    </div>
  )
}
