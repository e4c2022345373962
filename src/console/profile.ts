import type { PageFacts } from './page.ts'
import { lighter } from './pictures.ts'
import { marks } from './requests.ts'

/*
 * What the pages about oneself cannot do by themselves: fill in the browser's own time zone, send a picture, ask the browser for leave to
 * notify. Each stands where its `data-` attribute stands.
 */
export function watchProfile(page: PageFacts): void {
  for (const list of document.querySelectorAll<HTMLSelectElement>('select[data-own-zone]')) chooseOwnZone(list)
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    if (target.name === 'desktop' && target.checked) askToNotify()
    const address = target.dataset.sendsPicture
    const file = target.files?.[0]
    if (address && file) void sendPicture(page, address, file)
  })
  document.addEventListener('click', ({ target }) => {
    const address = target instanceof Element ? target.closest<HTMLElement>('[data-removes-picture]')?.dataset.removesPicture : undefined
    if (address) void change(page, address, { method: 'DELETE' })
  })
}

/** The server asks for it only where nobody has chosen yet. */
function chooseOwnZone(list: HTMLSelectElement): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const isThere = [...list.options].some((option) => option.value === zone)
  if (isThere) list.value = zone
}

/** There is no such thing over plain http. */
function askToNotify(): void {
  if ('Notification' in window && Notification.permission === 'default') void Notification.requestPermission()
}

async function sendPicture(page: PageFacts, address: string, file: File): Promise<void> {
  const picture = await lighter(file)
  await change(page, address, { method: 'POST', body: picture, headers: { 'X-File-Name': encodeURIComponent(picture.name) } })
}

/** The page is loaded anew with the new face everywhere; what was refused is told beside the picture. */
async function change(page: PageFacts, address: string, request: RequestInit): Promise<void> {
  const answer = await fetch(address, { ...request, headers: { ...marks(page), Accept: 'application/json', ...request.headers }, credentials: 'same-origin' })
  if (answer.ok) return location.reload()
  const told = (await answer.json().catch(() => ({}))) as { error?: string }
  const place = document.querySelector('[data-picture-error]')
  if (place && told.error) place.textContent = told.error
}
