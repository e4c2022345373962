/*
 * Forms: the save bar is there once something has changed, leaving with changes is asked about, and a button is busy while its form is on
 * its way.
 */
export function watchForms(): void {
  document.addEventListener('input', ({ target }) => setDirty(formOf(target), true))
  document.addEventListener('reset', ({ target }) => setDirty(formOf(target), false))
  document.addEventListener('submit', ({ target }) => setDirty(formOf(target), false))
  window.addEventListener('beforeunload', (event) => {
    if (document.querySelector('[data-save-bar][data-dirty]')) event.preventDefault()
  })
  for (const bar of bars()) bar.hidden = !bar.hasAttribute('data-always')
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
