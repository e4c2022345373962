/*
 * Where visitors come from, known by the labels of a host and never by a part of a name: `baidu.com.evil.example` is not Baidu.
 */

export type Origin = {
  kind: 'search' | 'social' | 'mail'
  engine: string | null /** Parameters of the referrer that carry what was searched for. */
  keywords: readonly string[]
}

/** Host or domain, key, keyword parameters. Of houses with many services only the search host is named. */
const engines = table(
  'search',
  `baidu.com baidu wd,word,kw · so.com 360 q · haosou.com 360 q · so.360.cn 360 q · sogou.com sogou query,keyword,q · sm.cn shenma q · quark.cn shenma q
  so.toutiao.com toutiao keyword · bing.com bing q · duckduckgo.com duckduckgo q · ya.ru yandex text · search.naver.com naver query · ecosia.org ecosia q
  search.brave.com brave q · petalsearch.com petal query · com.google.android.googlequicksearchbox google q`
)
const networks = table(
  'social',
  `xiaohongshu.com xiaohongshu · xhslink.com xiaohongshu · douyin.com douyin · iesdouyin.com douyin · zhihu.com zhihu · weibo.com weibo · weibo.cn weibo · t.cn weibo
  weixin.qq.com wechat · wx.qq.com wechat · servicewechat.com wechat · com.tencent.mm wechat · qzone.qq.com qq · qun.qq.com qq · bilibili.com bilibili · b23.tv bilibili
  kuaishou.com kuaishou · gifshow.com kuaishou · chenzhongtech.com kuaishou · tieba.baidu.com tieba · douban.com douban · toutiao.com toutiao · tiktok.com tiktok
  facebook.com facebook · fb.com facebook · fb.me facebook · messenger.com facebook · instagram.com instagram · threads.net threads · threads.com threads
  x.com x · twitter.com x · t.co x · youtube.com youtube · youtu.be youtube · linkedin.com linkedin · lnkd.in linkedin · whatsapp.com whatsapp · wa.me whatsapp
  telegram.org telegram · telegram.me telegram · t.me telegram · line.me line · pinterest.com pinterest · pin.it pinterest · reddit.com reddit · vk.com vk
  discord.com discord · dcard.tw dcard · ptt.cc ptt`
)
const domains = new Map([...engines, ...networks])
const mail: Origin = { kind: 'mail', engine: null, keywords: [] }

/** Services of search houses that answer no questions. */
const notSearch = new Set([
  'tieba',
  'zhidao',
  'baike',
  'pan',
  'jingyan',
  'map',
  'maps',
  'fanyi',
  'translate',
  'wenku',
  'baijiahao',
  'mbd',
  'docs',
  'drive',
  'sites',
  'accounts',
  'passport',
  'hao'
])
const mailHosts = new Set(['outlook.live.com', 'outlook.office.com', 'outlook.office365.com', 'outlook.com', 'com.google.android.gm'])

/** What a referring host is, or null for any other page. */
export function originOf(host: string): Origin | null {
  const labels = host.split('.')
  if (mailHosts.has(host) || labels.some((label) => label === 'mail' || label === 'webmail' || label === 'exmail')) return mail
  const origin = nearest(labels) ?? worldwide(labels)
  return origin?.kind === 'search' && notSearch.has(labels[0] ?? '') ? null : origin
}

/** What somebody meant who wrote a name into `utm_source` or the like: a key, another name for it, a domain. */
export function originNamed(name: string): Origin | null {
  const plain = name.toLowerCase().replace(/^www\./, '')
  return named.get(aliases.get(plain) ?? plain) ?? (plain.includes('.') ? originOf(plain) : null)
}

const named = new Map([
  ...[...engines.values(), worldwideEngine('google', 'q'), worldwideEngine('yahoo', 'p'), ...networks.values()].map(
    (origin) => [origin.engine, origin] as const
  ),
  ...['mail', 'email', 'edm', 'newsletter'].map((name) => [name, mail] as const)
])
const aliases = new Map(
  Object.entries({
    ...{
      so: '360',
      so360: '360',
      '360so': '360',
      sm: 'shenma',
      weixin: 'wechat',
      wx: 'wechat',
      xhs: 'xiaohongshu',
      rednote: 'xiaohongshu',
      dy: 'douyin',
      twitter: 'x'
    },
    ...{
      fb: 'facebook',
      ig: 'instagram',
      adwords: 'google',
      googleads: 'google',
      百度: 'baidu',
      搜狗: 'sogou',
      神马: 'shenma',
      微信: 'wechat',
      小红书: 'xiaohongshu',
      抖音: 'douyin'
    },
    /** WeChat adds these to what is shared in it. */
    ...{ singlemessage: 'wechat', groupmessage: 'wechat', timeline: 'wechat' }
  })
)

/** The entry of the host itself or of the nearest domain above it: `so.toutiao.com` before `toutiao.com`. */
function nearest(labels: readonly string[]): Origin | null {
  const endings = labels.map((_, from) => labels.slice(from).join('.'))
  return endings.map((ending) => domains.get(ending)).find((origin) => origin !== undefined) ?? null
}

/** Houses with a domain in every country: `google.com.hk`, `tw.search.yahoo.com`, `yandex.kz`. */
function worldwide(labels: readonly string[]): Origin | null {
  const [last = '', before = ''] = labels.slice(-2).reverse()
  const ofCountry = last.length === 2 && (before === 'co' || before === 'com')
  const name = labels.at(ofCountry ? -3 : -2)
  if (!ofCountry && last !== 'com' && last.length !== 2) return null
  if (name === 'google') return worldwideEngine('google', 'q')
  if (name === 'yandex') return worldwideEngine('yandex', 'text')
  return name === 'yahoo' && labels.includes('search') ? worldwideEngine('yahoo', 'p') : null
}

function worldwideEngine(engine: string, keyword: string): Origin {
  return { kind: 'search', engine, keywords: [keyword] }
}

function table(kind: Origin['kind'], text: string): Map<string, Origin> {
  const entries = text.split(/·|\n/).map((entry) => entry.trim().split(' '))
  return new Map(entries.map(([domain = '', engine = '', keywords = '']) => [domain, { kind, engine, keywords: keywords.split(',') }]))
}
