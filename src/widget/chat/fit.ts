/** Safari lays a page out behind its keyboard: a window that stands alone takes the height that can really be seen. */
export function fitToKeyboard(): void {
  const view = window.visualViewport
  if (!view || window.parent !== window) return
  const fit = () => {
    document.documentElement.style.setProperty('--kf-height', view.scale > 1 ? '100%' : `${view.height}px`)
    if (view.scale <= 1) window.scrollTo(0, 0)
  }
  view.addEventListener('resize', fit)
  fit()
}
