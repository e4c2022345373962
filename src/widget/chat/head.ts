import type { AgentView, SiteView, Snapshot } from '#src/web/visitor/frames.ts'
import { type Child, fill, h, icon } from '../dom.ts'
import { icons } from './icons.ts'
import type { Say } from './say.ts'

/** Who answers: the agent's name, picture and status, or the shop's. */
export type Head = { element: HTMLElement; draw(site: SiteView, snapshot: Snapshot | null, full: boolean): void }

export function makeHead(say: Say, acts: { close: (() => void) | null; menu: HTMLElement }): Head {
  const face = h('span', { class: 'kf-face', 'aria-hidden': 'true' })
  const name = h('b', { class: 'kf-name kf-cut' })
  const under = h('small', { class: 'kf-under kf-cut' })
  const shut = acts.close && h('button', { type: 'button', class: 'kf-btn kf-shut', 'aria-label': say('shut'), title: say('shut'), onclick: acts.close })
  const element = h('header', { class: 'kf-head' })
  let drawn = ''

  return {
    element,
    draw(site, snapshot, full) {
      const agent = snapshot && (snapshot.conversation?.agent || snapshot.host)
      const reach = snapshot ? snapshot.reach : 'chat'
      const now = JSON.stringify([site.name, agent, reach, full])
      if (now === drawn) return
      drawn = now
      fill(face, ...faceOf(agent ? agent.name : site.name, agent))
      name.textContent = agent ? agent.name : site.name
      under.textContent = agent ? `${site.name} · ${say(`status.${agent.status}`)}` : say(reach === 'form' ? 'head.away' : 'head.here')
      if (shut) fill(shut, icon(full ? icons.back : icons.down))
      fill(element, full && shut, face, h('div', { class: 'kf-who' }, name, under), acts.menu, !full && shut)
    }
  }
}

function faceOf(name: string, agent: AgentView | null): Child[] {
  const picture = agent?.picture
  return [
    picture ? h('img', { src: picture, alt: '', width: 40, height: 40 }) : firstSign(name),
    agent && h('i', { class: 'kf-here', 'data-state': agent.status })
  ]
}

/** 陈屿 shows as 陈; a name of emoji or letters beyond the first plane is not cut in half. */
export function firstSign(name: string): string {
  return (Array.from(name.trim())[0] || '·').toUpperCase()
}
