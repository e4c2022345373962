/*
 * Where registries end and owners begin, without the 300 KB of the public suffix list. When in doubt a domain counts as
 * a registry's: then a cookie is not shared, which is only less convenient. Browsers have the whole list as well.
 */

/** Second labels under country codes that belong to the registry in one country or another: `com.cn`, `co.uk`, `or.jp`. */
const registryLabels = new Set(
  [
    'ac ad asn biz co com ed edu firm gen go gob gok gouv gov govt gr gub gv id idv in ind inf info int k12 law lg ltd me med mi mil mob mod muni name',
    'ne nel net nhs nic nom nt ntr off or org pe plc police pp pro pub pvt re rec res sch sci soc tm tur tv tokyo osaka kyoto'
  ]
    .join(' ')
    .split(' ')
)

/** The provinces of China are registries too: `gd.cn`. */
const chineseProvinces = new Set('ah bj cq fj gd gs gx gz ha hb he hi hk hl hn jl js jx ln mo nm nx qh sc sd sh sn sx tj tw xj xz yn zj'.split(' '))

/** Platforms under which every customer has a subdomain: there one shop must not share with its neighbours. */
const platforms = new Set(
  [
    'github.io gitee.io gitlab.io pages.dev workers.dev vercel.app now.sh netlify.app herokuapp.com web.app firebaseapp.com appspot.com run.app',
    'blogspot.com azurewebsites.net azurestaticapps.net cloudfront.net amazonaws.com onrender.com fly.dev railway.app surge.sh glitch.me repl.co deno.dev',
    'myshopify.com shopify.com myshoplaza.com myshopline.com shoplineapp.com wixsite.com wixstudio.io wordpress.com weebly.com squarespace.com webflow.io',
    'square.site bigcartel.com ecwid.com mybigcommerce.com tumblr.com framer.app carrd.co youzan.com weidian.com taobao.com tmall.com 1688.com waca.ec',
    'aliyuncs.com myqcloud.com tcloudbaseapp.com tencentcos.cn ngrok.io ngrok.app ngrok-free.app trycloudflare.com loca.lt ts.net nip.io sslip.io duckdns.org'
  ]
    .join(' ')
    .split(' ')
)

/** The part of a host that somebody registered (`shop.example` of `a.b.shop.example`), or null for a suffix or a bare word. */
export function registrableDomain(host: string): string | null {
  const labels = host.split('.')
  const endings = labels.map((_, at) => labels.slice(at).join('.'))
  const suffixAt = endings.findIndex(isPublicSuffix)
  return suffixAt > 0 ? (endings[suffixAt - 1] ?? null) : null
}

/** Whether a name is one under which strangers register: `com`, `com.cn`, `gd.cn`, `github.io`. */
export function isPublicSuffix(name: string): boolean {
  const [second = '', top, ...more] = name.split('.')
  if (top === undefined || platforms.has(name)) return true
  if (more.length > 0) return false
  return (top.length === 2 && registryLabels.has(second)) || (top === 'cn' && chineseProvinces.has(second))
}
