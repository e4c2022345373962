import { GoodCard } from './good-card.tsx'
import { type Good, goods } from './goods.ts'
import type { Shop } from './shop.ts'
import { ShopFrame } from './shop-frame.tsx'

export function ListPage({ shop, kind }: { shop: Shop; kind: Good['kind'] }) {
  const { say } = shop
  const title = say(`demo.nav.${kind}`)
  return (
    <ShopFrame shop={shop} title={title}>
      <section>
        <h1>{title}</h1>
        <p class="lead">{say(`demo.list_${kind}`)}</p>
        <div class="goods">
          {goods
            .filter((good) => good.kind === kind)
            .map((good) => (
              <GoodCard shop={shop} good={good} />
            ))}
        </div>
      </section>
    </ShopFrame>
  )
}
