/*
 * The small behaviours of parts, hooked by `data-` attributes wherever they stand (views/ui): dialogs and drawers, menus, things to copy,
 * things to close.
 */
export function watchParts(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return
    openDialog(target)
    copy(target)
    closeNotice(target)
    closeMenus(target)
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leaveMenu(event)
  })
}

function openDialog(target: Element): void {
  const id = target.closest<HTMLElement>('[data-opens]')?.dataset.opens
  const dialog = id === undefined ? null : document.getElementById(id)
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal()
  // A click beside an open dialog lands on the dialog element itself.
  if (target instanceof HTMLDialogElement && target.matches('[data-dialog]')) target.close()
}

function closeNotice(target: Element): void {
  const what = target.closest<HTMLElement>('[data-closes]')?.dataset.closes
  if (what === 'toast') target.closest('[data-toast]')?.remove()
  else if (what === 'arrival') target.closest('[data-arrival]')?.remove()
  else if (what) document.getElementById(what)?.remove()
}

function closeMenus(target: Element): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')) {
    if (!menu.contains(target) || target.closest('.menu-item')) menu.open = false
  }
}

function leaveMenu(event: KeyboardEvent): void {
  const menu = document.querySelector<HTMLDetailsElement>('details[data-menu][open]')
  if (!menu) return
  event.preventDefault()
  menu.open = false
  menu.querySelector('summary')?.focus()
}

function copy(target: Element): void {
  const button = target.closest<HTMLElement>('[data-copy]')
  const source = button?.dataset.copy ? document.getElementById(button.dataset.copy) : null
  if (!button || !source) return
  void copyText(source).then((done) => done && showCopied(button))
}

/** Without a secure context there is no clipboard to write to: the selection is copied then, as people do. */
async function copyText(source: HTMLElement): Promise<boolean> {
  const text = source.textContent?.trim() ?? ''
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    window.getSelection()?.selectAllChildren(source)
    return document.execCommand('copy')
  }
}

function showCopied(button: HTMLElement): void {
  const word = button.querySelector('span') ?? button
  const before = word.textContent
  const after = button.dataset.copied
  if (!after || before === after) return
  word.textContent = after
  setTimeout(() => {
    word.textContent = before
  }, 2_000)
}
