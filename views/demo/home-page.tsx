import { Drawing } from './drawing.tsx'
import { GoodCard } from './good-card.tsx'
import { goods } from './goods.ts'
import { type Shop, shopAddress } from './shop.ts'
import { ShopFrame } from './shop-frame.tsx'

export function HomePage({ shop }: { shop: Shop }) {
  const { say } = shop
  return (
    <ShopFrame shop={shop} title={say('demo.home')}>
      <section class="hero">
        <div>
          <h1>
            {say('demo.hero_one')}
            <br />
            {say('demo.hero_two')}
          </h1>
          <p>{say('demo.hero_text')}</p>
          <a class="cta" href={shopAddress(shop, '/goods/ru-gaiwan')}>
            {say('demo.hero_act')}
          </a>
        </div>
        <Drawing name="hills" />
      </section>
      <div class="goods">
        {goods.slice(0, 4).map((good) => (
          <GoodCard shop={shop} good={good} />
        ))}
      </div>
      <section class="promises">
        {(['kiln', 'ship', 'return'] as const).map((promise) => (
          <div>
            <h2>{say(`demo.promise_${promise}`)}</h2>
            <p>{say(`demo.promise_${promise}_text`)}</p>
          </div>
        ))}
      </section>
    </ShopFrame>
  )
}
