import type { Child } from '#jsx'
import { Brand } from '#views/ui/index.ts'
import { Page, type PageProps } from './page.tsx'

type AuthPageProps = PageProps & {
  /** Beside the mark: the company's name, or the product's. */
  brand: string
  /** Between the mark and the heading: the steps of the set-up. */
  steps?: Child
  heading: string
  lead?: string
  /** `welcome` for people who come back, `begin` for the set-up. */
  picture?: 'welcome' | 'begin'
  version: string
}

/** Login, set-up, invitation, reset: a form at the start side, hills and a sun at the end side. Its children are the form. */
export function AuthPage({ brand, steps, heading, lead, picture = 'welcome', version, children, ...page }: AuthPageProps) {
  return (
    <Page {...page}>
      <div class="gate">
        <main class="gate-form" id="content">
          <div class="gate-box">
            <Brand name={brand} />
            {steps}
            <div>
              <h1>{heading}</h1>
              {lead ? <p class="hint">{lead}</p> : null}
            </div>
            {children}
          </div>
        </main>
        <GatePicture {...{ picture, version, say: page.say }} />
      </div>
    </Page>
  )
}

function GatePicture({ picture, version, say }: Pick<AuthPageProps, 'picture' | 'version' | 'say'>) {
  return (
    <aside class="gate-picture" aria-hidden="true">
      <Hills />
      <div>
        <p>
          {say(picture === 'begin' ? 'layout.gate.one_file' : 'layout.gate.welcome')}
          <br />
          {say(picture === 'begin' ? 'layout.gate.one_line' : 'layout.gate.tea')}
        </p>
        <small>{picture === 'begin' ? say('layout.gate.nothing_else') : say('layout.gate.your_server', { version })}</small>
      </div>
    </aside>
  )
}

const far = 'M0 470c90-80 150-140 236-96 70 36 110 20 190-40s140 20 214 90'
const near = 'M0 560c120-70 210-80 310-24s200 10 330-46'

function Hills() {
  return (
    <svg class="hills" viewBox="0 0 640 800" preserveAspectRatio="xMidYMid slice" fill="none" aria-hidden="true" focusable="false">
      <circle class="hills-sun" cx="452" cy="236" r="54" />
      <path class="hills-far" d={`${far}v376H0z`} />
      <path class="hills-near" d={`${near}v310H0z`} />
      <path class="hills-ground" d="M0 660c150-50 320-40 640-10v150H0z" />
      <g class="hills-lines">
        {[16, 32].map((lower) => (
          <path d={far} transform={`translate(0 ${lower})`} />
        ))}
        {[16, 32, 48].map((lower) => (
          <path d={near} transform={`translate(0 ${lower})`} />
        ))}
      </g>
    </svg>
  )
}
