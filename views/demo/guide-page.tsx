import { Drawing } from './drawing.tsx'
import { type Shop, shopAddress } from './shop.ts'
import { ShopFrame } from './shop-frame.tsx'

const steps = ['size', 'glaze', 'lip', 'first', 'care'] as const

/** An article somebody might read for a while before asking. */
export function GuidePage({ shop }: { shop: Shop }) {
  const { say } = shop
  return (
    <ShopFrame shop={shop} title={say('demo.guide')}>
      <article class="story">
        <h1>{say('demo.guide')}</h1>
        <p class="lead">{say('demo.guide_lead')}</p>
        <Drawing name="gaiwan" />
        {steps.map((step) => (
          <section>
            <h2>{say(`demo.guide_${step}`)}</h2>
            <p>{say(`demo.guide_${step}_text`)}</p>
          </section>
        ))}
        <p>
          <a class="cta" href={shopAddress(shop, '/goods/ru-gaiwan')}>
            {say('demo.guide_act')}
          </a>
        </p>
      </article>
    </ShopFrame>
  )
}
