/** The faces people answer with; the rest of the alphabet is on every keyboard. */
const signs = [...'😀😄😁😂🤣😊😉😍😘🥰😋😎🤔😅😓😭😢😮😱😡🥱😴🤒😷🙏👌👍👎👏🙌💪🤝👋✌🫡💯❤💕💔🌹🎉🎁🔥✨⭐☀🌙☕🍵🍻🎂🐶🐱📦🚚💰🧾📞📷📍🕐✅❌❗❓']

/** Opens at the smile and puts the chosen sign at the caret. Arrow keys move, Escape goes back to the text. */
export function watchEmoji(): void {
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null
    const tool = target?.closest<HTMLElement>('[data-tool=emoji]') ?? null
    const shown = document.getElementById('emoji')
    if (shown && !target?.closest('#emoji')) close(shown)
    if (tool && shown?.parentElement !== tool.closest('form')) open(tool)
  })
}

function open(tool: HTMLElement): void {
  const form = tool.closest('form')
  if (!form) return
  const palette = document.createElement('div')
  palette.id = 'emoji'
  palette.className = 'popover emoji'
  palette.setAttribute('role', 'group')
  palette.setAttribute('aria-label', tool.getAttribute('aria-label') ?? '')
  palette.append(...signs.map(button))
  palette.addEventListener('click', ({ target }) => choose(form, palette, target))
  palette.addEventListener('keydown', (event) => move(event, palette))
  tool.setAttribute('aria-expanded', 'true')
  form.append(palette)
  palette.querySelector('button')?.focus()
}

function button(sign: string): HTMLButtonElement {
  const one = document.createElement('button')
  one.type = 'button'
  one.textContent = sign
  return one
}

function choose(form: HTMLFormElement, palette: HTMLElement, target: EventTarget | null): void {
  if (!(target instanceof HTMLButtonElement)) return
  close(palette)
  form.dispatchEvent(new CustomEvent('kefu:insert', { detail: target.textContent ?? '' }))
}

function move(event: KeyboardEvent, palette: HTMLElement): void {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 }[event.key]
  const buttons = [...palette.querySelectorAll('button')]
  if (event.key === 'Escape') {
    event.stopPropagation()
    close(palette)
    palette.closest('form')?.querySelector('textarea')?.focus()
  }
  if (step === undefined) return
  event.preventDefault()
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
}

function close(palette: HTMLElement): void {
  palette.closest('form')?.querySelector('[data-tool=emoji]')?.removeAttribute('aria-expanded')
  palette.remove()
}
