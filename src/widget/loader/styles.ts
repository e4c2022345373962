/*
 * The launcher's look as a list of rules, because it must stand on pages whose policy forbids style elements and
 * style attributes: constructed sheets where they exist, otherwise the same rules put on the elements one by one
 * (which such policies allow). Rules apply in order; what follows `|` is the media query under which they count.
 */

type Rule = [selector: string, declarations: string, media?: string]

/** Under this the window fills the screen. */
export const narrow = '(max-width: 479px)'
const white = 'background:#fff;box-shadow:0 18px 50px rgba(35,41,42,.2),0 0 0 1px rgba(35,41,42,.07)'
const fonts =
  '-apple-system,BlinkMacSystemFont,"Segoe UI","PingFang SC","Hiragino Sans GB","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif'

const rules: Rule[] = [
  ['*', 'box-sizing:border-box'],
  ['button', 'margin:0;padding:0;border:0;background:none;color:inherit;font:inherit;cursor:pointer;-webkit-tap-highlight-color:transparent'],
  ['.all', `color:#23292a;font:15px/1.6 ${fonts};text-align:left;direction:ltr;visibility:visible;-webkit-text-size-adjust:100%`],
  [
    '.launch',
    'position:fixed;z-index:3;right:20px;right:max(20px,env(safe-area-inset-right));bottom:20px;bottom:max(20px,env(safe-area-inset-bottom));width:56px;height:56px;border-radius:50%;background:var(--kf);color:var(--kf-on);box-shadow:0 6px 20px rgba(35,41,42,.18),0 1px 2px rgba(35,41,42,.2),inset 0 0 0 1px var(--kf-edge);transition:transform .12s'
  ],
  ['.launch:hover', 'transform:translateY(-2px)'],
  ['.launch .icon', 'display:block;width:24px;height:24px;margin:16px'],
  [
    '.count',
    'position:absolute;top:-5px;right:-3px;min-width:21px;padding:0 6px;border-radius:99px;background:#c8382b;color:#fff;font-size:12px;font-weight:600;line-height:21px;text-align:center;box-shadow:0 0 0 2px #fff'
  ],
  ['.peek', `position:fixed;z-index:3;right:20px;bottom:90px;display:flex;max-width:300px;max-width:min(300px,calc(100vw - 40px));border-radius:18px;${white}`],
  ['.peek-text', 'min-width:0;padding:12px 0 13px 16px;text-align:left;border-radius:18px'],
  ['.peek b', 'display:block;font-weight:600;line-height:1.5;overflow:hidden;text-overflow:ellipsis;white-space:nowrap'],
  [
    '.peek span',
    'display:-webkit-box;-webkit-line-clamp:3;-webkit-box-orient:vertical;overflow:hidden;color:#4e5957;font-size:14px;line-height:1.55;overflow-wrap:break-word;word-wrap:break-word'
  ],
  ['.peek-shut', 'flex:none;align-self:flex-start;width:44px;height:44px;border-radius:50%;color:#4e5957'],
  ['.peek-shut .icon', 'display:block;width:18px;height:18px;margin:13px'],
  [
    '.frame',
    `position:fixed;z-index:2;right:20px;bottom:90px;width:368px;height:600px;max-width:calc(100vw - 40px);max-height:calc(100vh - 110px);border:0;border-radius:20px;color-scheme:light;${white}`
  ],
  ['button:focus', 'outline:2px solid var(--kf-ink);outline-offset:2px'],
  ['button:focus:not(:focus-visible)', 'outline:0'],
  [
    '.frame',
    'top:var(--kf-top,0);left:0;right:auto;bottom:auto;width:100%;max-width:none;height:var(--kf-height,100%);max-height:none;border-radius:0;box-shadow:none',
    narrow
  ],
  ['.open .launch', 'display:none', narrow],
  ['[hidden]', 'display:none'],
  ['.launch', 'transition:none', '(prefers-reduced-motion: reduce)']
]

/** Gives the shadow root its look. The answer is to be called after each change of classes, elements or `hidden`. */
export function dress(root: ShadowRoot): () => void {
  if (constructs()) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules.map(written).join('\n'))
    root.adoptedStyleSheets = [sheet]
    return () => {}
  }
  const again = () => dressByHand(root)
  window.addEventListener('resize', again)
  return again
}

function constructs(): boolean {
  return 'adoptedStyleSheets' in document && typeof CSSStyleSheet === 'function' && 'replaceSync' in CSSStyleSheet.prototype
}

function written([selector, declarations, media]: Rule): string {
  const rule = `${selector}{${declarations}}`
  return media ? `@media ${media}{${rule}}` : rule
}

/** Pointer and focus states are left out: they are refinements. */
function dressByHand(root: ShadowRoot): void {
  root.querySelectorAll<HTMLElement>('*').forEach((element) => {
    if (element.style) element.style.cssText = ''
  })
  for (const [selector, declarations, media] of rules) {
    if (selector.includes(':') || (media && !matchMedia(media).matches)) continue
    root.querySelectorAll<HTMLElement>(selector).forEach((element) => {
      element.style.cssText += `;${declarations}`
    })
  }
}
