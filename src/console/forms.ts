/*
 * Forms: the save bar is there once something has changed and until it is saved, and leaving with changes is asked about.
 */
export function watchForms(): void {
  const sent = new Map<string, HTMLFormElement>()
  document.addEventListener('input', ({ target }) => setDirty(formOf(target), true))
  document.addEventListener('reset', ({ target }) => setDirty(formOf(target), false))
  document.addEventListener('submit', ({ target }) => {
    const form = formOf(target)
    if (form?.hasAttribute('hx-post') && form.id) sent.set(form.id, form)
    else setDirty(form, false)
  })
  document.addEventListener('htmx:after:swap', () => {
    for (const [id, form] of sent) if (!form.isConnected && sent.delete(id)) answered(document.getElementById(id))
  })
  window.addEventListener('beforeunload', (event) => {
    if (document.querySelector('[data-save-bar][data-dirty]')) event.preventDefault()
  })
  for (const bar of bars()) bar.hidden = !bar.hasAttribute('data-always')
}

/** Another form stands in the place of the one that was sent: saved, or with what is wrong in it, which may be far from the button. */
function answered(form: HTMLElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid=true]') ?? null
  setDirty(formOf(form), wrong !== null)
  wrong?.focus()
}

function bars(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-save-bar]')]
}

function formOf(target: EventTarget | null): HTMLFormElement | null {
  if (target instanceof HTMLFormElement) return target
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ? target.form : null
}

function setDirty(form: HTMLFormElement | null, isDirty: boolean): void {
  if (!form) return
  for (const bar of bars()) {
    if (bar.dataset.form !== form.id && !form.contains(bar)) continue
    bar.hidden = !isDirty
    bar.toggleAttribute('data-dirty', isDirty)
  }
}
