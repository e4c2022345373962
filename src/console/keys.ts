/*
 * The keyboard. Single letters work only outside of fields; those with Alt work everywhere, by the key's place and not by its sign (on a
 * Mac Alt+W writes ∑). The sheet behind `?` lists them: `#keys`.
 */

export type KeyActs = {
  next(step: 1 | -1): void
  search(): void
  close(): void
  accept(): void
  back(): void
  help(): void
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>

/** What a key means, or null. `inField`: somebody is writing. */
export function actOf(pressed: Pressed, inField: boolean): keyof KeyActs | 'previous' | null {
  if (pressed.isComposing || pressed.ctrlKey || pressed.metaKey) return null
  if (pressed.altKey) return altActs[pressed.code] ?? null
  if (pressed.key === 'Escape') return 'back'
  return inField ? null : (plainActs[pressed.key] ?? null)
}

const altActs: Record<string, keyof KeyActs | 'previous'> = { ArrowDown: 'next', ArrowUp: 'previous', KeyW: 'close', KeyA: 'accept' }
const plainActs: Record<string, keyof KeyActs | 'previous'> = { j: 'next', k: 'previous', '/': 'search', '?': 'help' }

export function watchKeys(acts: KeyActs): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return
    const act = actOf(event, isField(event.target))
    if (act === null) return
    if (act !== 'back') event.preventDefault()
    if (act === 'next') acts.next(1)
    else if (act === 'previous') acts.next(-1)
    else acts[act]()
  })
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
