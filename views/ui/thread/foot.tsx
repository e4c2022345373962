import type { Say, TextKey } from '#src/texts/index.ts'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icons.ts'
import { type Moment, Time } from '../time.tsx'

/** What is known of a message of ours: waiting for the network, accepted by the server, seen by the visitor's window, read; or refused. */
export type Delivery = 'queued' | 'sent' | 'delivered' | 'read' | 'failed'

const marks: Record<Delivery, { icon: IconName; word: TextKey }> = {
  queued: { icon: 'clock', word: 'ui.delivery.queued' },
  sent: { icon: 'check', word: 'ui.delivery.sent' },
  delivered: { icon: 'check-check', word: 'ui.delivery.delivered' },
  read: { icon: 'check-check', word: 'ui.delivery.read' },
  failed: { icon: 'circle-alert', word: 'ui.delivery.failed' }
}

export function deliveryWord(delivery: Delivery, say: Say): string {
  return say(marks[delivery].word)
}

type FootProps = { at: number; moment: Moment; say: Say; delivery?: Delivery | null; edited?: boolean }

/** Under the last of ours: the time and what became of it. A failed one offers 重发 and 删除 (`data-resend`, `data-discard`). */
export function Foot({ at, moment, say, delivery, edited }: FootProps) {
  return (
    <footer class="msg-foot" data-delivery={delivery}>
      {edited ? <span>{say('ui.message.edited')}</span> : null}
      {delivery === 'failed' || delivery === 'queued' ? null : <Time at={at} moment={moment} say={say} as="exact" />}
      {delivery ? <DeliveryMark delivery={delivery} say={say} /> : null}
      {delivery === 'failed' ? <FailedActs say={say} /> : null}
    </footer>
  )
}

/** The mark and its word; only read, queued and failed say theirs on the screen, the others to screen readers and in `title`. */
export function DeliveryMark({ delivery, say }: { delivery: Delivery; say: Say }) {
  const { icon, word } = marks[delivery]
  const spoken = delivery === 'sent' || delivery === 'delivered'
  return (
    <span class={`delivery delivery-${delivery}`} title={say(word)}>
      <Icon name={icon} size={14} />
      <span class={spoken ? 'sr' : null}>{say(word)}</span>
    </span>
  )
}

function FailedActs({ say }: { say: Say }) {
  return (
    <>
      <button type="button" class="link" data-resend="">
        {say('ui.message.resend')}
      </button>
      <button type="button" class="link" data-discard="">
        {say('common.delete')}
      </button>
    </>
  )
}
