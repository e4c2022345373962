import type { Say } from '#src/texts/index.ts'
import { AttachmentProgress, Bubble, type Delivery, DeliveryMark, Message, type Moment } from '#views/ui/index.ts'

/** What the script copies and fills: messages on their way, marks of delivery, files being sent. The same parts as everywhere, printed once. */
export function Templates({ say, moment }: { say: Say; moment: Moment }) {
  return (
    <>
      <template id="sending">
        <Outgoing delivery="queued" say={say} moment={moment} />
      </template>
      <template id="refused">
        <Outgoing delivery="failed" say={say} moment={moment} />
      </template>
      <template id="delivery-marks">
        <DeliveryMark delivery="sent" say={say} />
        <DeliveryMark delivery="delivered" say={say} />
        <DeliveryMark delivery="read" say={say} />
      </template>
      <template id="row-typing">
        <span class="typing">{say('ui.row.typing')}</span>
        <bdi dir="auto" />
      </template>
      <template id="attachment-template">
        <AttachmentProgress id="attachment" name="" bytes={0} done={0} say={say} />
      </template>
    </>
  )
}

function Outgoing({ delivery, say, moment }: { delivery: Delivery; say: Say; moment: Moment }) {
  return (
    <Message id="outgoing" speaker={{ kind: 'mine' }} at={moment.now} moment={moment} say={say} delivery={delivery}>
      <Bubble text="" />
      {delivery === 'failed' ? <span class="because" data-because="" /> : null}
    </Message>
  )
}
