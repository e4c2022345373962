import type { Shop } from './shop.ts'
import { ShopFrame } from './shop-frame.tsx'

const questions = ['when', 'cost', 'broken', 'return', 'invoice', 'engrave'] as const

export function ShippingPage({ shop }: { shop: Shop }) {
  const { say } = shop
  return (
    <ShopFrame shop={shop} title={say('demo.nav.shipping')}>
      <article class="story">
        <h1>{say('demo.nav.shipping')}</h1>
        <p class="lead">{say('demo.shipping_lead')}</p>
        {questions.map((question) => (
          <section>
            <h2>{say(`demo.shipping_${question}`)}</h2>
            <p>{say(`demo.shipping_${question}_text`)}</p>
          </section>
        ))}
      </article>
    </ShopFrame>
  )
}
