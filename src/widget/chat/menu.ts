import { h, icon } from '../dom.ts'
import type { Store } from '../link/store.ts'
import { icons } from './icons.ts'
import { popup } from './popup.ts'
import type { Say } from './say.ts'

/** Whether this window may ring, kept for this site in our own storage. */
export type SoundSwitch = { isOn(): boolean; turn(on: boolean): void }

export function soundSwitch(store: Store, site: string, heard: (on: boolean) => void): SoundSwitch {
  const name = `kefu:${site}:quiet`
  return {
    isOn: () => store.get(name) === null,
    turn(on) {
      if (on) store.remove(name)
      else store.set(name, '1')
      heard(on)
    }
  }
}

/** Behind the three dots. */
export function windowMenu(say: Say, sound: SoundSwitch): HTMLElement {
  const button = h('button', { type: 'button', class: 'kf-btn', 'aria-label': say('menu'), title: say('menu') }, icon(icons.more))
  return popup({
    button,
    choices: () => [
      sound.isOn()
        ? { icon: icons.quiet, text: say('sound.off'), act: () => sound.turn(false) }
        : { icon: icons.loud, text: say('sound.on'), act: () => sound.turn(true) }
    ]
  })
}
