/** Files dragged over the thread hang themselves on the composer; dropped anywhere else on the page they do not replace it. */
export function watchDropping(attach: (files: File[]) => void): void {
  let depth = 0
  const mark = (isOver: boolean) => document.querySelector('[data-composer]')?.classList.toggle('dropping', isOver)
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true

  document.addEventListener('dragenter', (event) => {
    if (carriesFiles(event)) mark(++depth > 0)
  })
  document.addEventListener('dragleave', (event) => {
    if (carriesFiles(event)) mark(--depth > 0)
  })
  document.addEventListener('dragover', (event) => carriesFiles(event) && event.preventDefault())
  document.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    depth = 0
    mark(false)
    if (event.target instanceof Element && event.target.closest('#content')) attach([...(event.dataTransfer?.files ?? [])])
  })
}
