import type { Say } from '#src/texts/index.ts'
import { Icon, LinkButton, type Moment, timeText } from '#views/ui/index.ts'

/** Where the line was seen at work last. */
export type Seen = { url: string; at: number; isRecent: boolean }

type CodeSeenProps = { seen: Seen | null; address: string; say: Say; moment: Moment }

/** Whether the code line is at work, from what visitors' browsers did: nobody has to be asked. */
export function CodeSeen({ seen, address, say, moment }: CodeSeenProps) {
  return (
    <div class="row" id="code-seen">
      <Icon name={seen?.isRecent ? 'circle-check' : 'info'} />
      <span class="grow">{seen ? say(seen.isRecent ? 'sites.seen_at' : 'sites.seen_long_ago', words(seen, say, moment)) : say('sites.never_seen')}</span>
      <LinkButton size="small" icon="refresh-cw" href={address} hx-get={address} hx-target="#code-seen" hx-select="#code-seen" hx-swap="outerHTML">
        {say('sites.look_again')}
      </LinkButton>
    </div>
  )
}

function words({ url, at }: Seen, say: Say, moment: Moment) {
  return { place: url.replace(/^https?:\/\//, '').slice(0, 80), time: timeText(at, moment, say, 'exact') }
}
