import type { Say } from '#src/texts/index.ts'
import { Badge, Button, Field, Icon, IconButton, type Moment, timeText } from '#views/ui/index.ts'

export type RefusedRow = { origin: string; count: number; lastAt: number }

type OriginsProps = {
  /** The site's page. */
  address: string
  origins: readonly string[]
  mainUrl: string
  refused: readonly RefusedRow[]
  newOrigin: string
  error: string | null
  say: Say
  moment: Moment
}

/** Which pages may open the window, and which tried without being on the list. Every change acts at once. */
export function Origins({ address, origins, mainUrl, refused, newOrigin, error, say, moment }: OriginsProps) {
  const origin = `${address}/origins`
  return (
    <div class="fields" id="origins">
      <div class="origins">
        <ul>
          {origins.map((one) => (
            <OriginLine {...{ origin: one, isMain: one === mainUrl, action: `${origin}/removal`, say }} />
          ))}
          {origins.length === 0 ? (
            <li>
              <Icon name="triangle-alert" />
              {say('sites.origin.none')}
            </li>
          ) : null}
        </ul>
        <form class="origins-add" method="post" action={origin} hx-post={origin} hx-target="#origins" hx-swap="outerHTML">
          <Field
            id="origin"
            label={say('sites.origin.new')}
            value={newOrigin}
            placeholder="https://"
            maxlength={300}
            error={error}
            spellcheck="false"
            required
          />
          <Button type="submit" icon="plus">
            {say('common.add')}
          </Button>
        </form>
      </div>
      {refused.length > 0 ? <Refused {...{ refused, action: origin, say, moment }} /> : null}
    </div>
  )
}

function OriginLine({ origin, isMain, action, say }: { origin: string; isMain: boolean; action: string; say: Say }) {
  const note = noteOf(origin)
  return (
    <li>
      <Icon name={note === 'test' || note === 'plain' ? 'triangle-alert' : 'globe'} />
      <code class="cut" title={origin}>
        {origin}
      </code>
      {isMain ? <span class="hint">{say('sites.origin.main')}</span> : note ? <Badge tone="line">{say(`sites.origin.${note}`)}</Badge> : null}
      <form method="post" action={action} hx-post={action} hx-target="#origins" hx-swap="outerHTML">
        <input type="hidden" name="origin" value={origin} />
        <IconButton type="submit" icon="x" size="small" label={say('sites.origin.remove', { origin })} />
      </form>
    </li>
  )
}

/** What one should know about an origin at a glance. */
function noteOf(origin: string): 'test' | 'plain' | 'subdomains' | null {
  if (/^https?:\/\/(localhost|127\.|\[::1\])/.test(origin)) return 'test'
  if (origin.startsWith('http:')) return 'plain'
  return origin.includes('://*.') ? 'subdomains' : null
}

function Refused({ refused, action, say, moment }: { refused: readonly RefusedRow[]; action: string; say: Say; moment: Moment }) {
  return (
    <section class="fields" aria-labelledby="refused-title">
      <div>
        <h3 id="refused-title">{say('sites.refused')}</h3>
        <p class="hint">{say('sites.refused_text')}</p>
      </div>
      <div class="origins">
        <ul>
          {refused.map(({ origin, count, lastAt }) => (
            <li>
              <Icon name="ban" />
              <code class="cut" title={origin}>
                {origin}
              </code>
              <span class="hint">{say('sites.refused_times', { n: count, time: timeText(lastAt, moment, say) })}</span>
              <form method="post" action={action} hx-post={action} hx-target="#origins" hx-swap="outerHTML">
                <input type="hidden" name="origin" value={origin} />
                <Button type="submit" size="small">
                  {say('sites.allow')}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
