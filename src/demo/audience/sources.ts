import type { Audience } from './addresses.ts'

/** A road to the shop: what the browser says of the page before, what advertising adds to the address, where it leads. */
export type Road = {
  weight: number
  referrer: string
  query: string
  landing: 'home' | 'ware' | 'gifts' | 'care'
  app: 'wechat' | 'xiaohongshu' | 'douyin' | 'baidu' | 'instagram' | null
}

const road = (weight: number, landing: Road['landing'], referrer: string, query = '', app: Road['app'] = null): Road => ({
  weight,
  landing,
  referrer,
  query,
  app
})

/** Baidu and Google keep what was searched for to themselves, Sogou and 360 pass it on, advertising is told by its own parameters. */
const baiduAd = (weight: number, landing: Road['landing'], words: string, app: Road['app'] = null) =>
  road(
    weight,
    landing,
    'https://www.baidu.com/baidu.php?sc.060000',
    `?utm_source=baidu&utm_medium=cpc&utm_term=${encodeURIComponent(words)}&bd_vid=11290563873`,
    app
  )
const searched = (weight: number, landing: Road['landing'], engine: string, words: string) => road(weight, landing, engine + encodeURIComponent(words))
const googleAd = (weight: number, landing: Road['landing'], words: string) =>
  road(weight, landing, 'https://www.google.com/', `?utm_source=google&utm_medium=cpc&utm_term=${encodeURIComponent(words)}&gclid=EAIaIQobChMI`)

const so = 'https://www.so.com/s?q='
const sogou = 'https://www.sogou.com/web?query='
const mobileBaidu = 'https://m.baidu.com/s?word='

export const roads: Record<Audience, readonly Road[]> = {
  mainland: [
    road(10, 'home', ''),
    road(7, 'ware', 'https://www.baidu.com/link?url=Qm3hT2f'),
    baiduAd(5, 'ware', '汝窑盖碗'),
    baiduAd(4, 'gifts', '企业礼品定制 茶具', 'baidu'),
    baiduAd(3, 'gifts', '送领导 茶叶礼盒 五百左右'),
    baiduAd(3, 'ware', '紫砂壶 西施 全手工'),
    searched(3, 'care', mobileBaidu, '汝窑盖碗 开片 漏茶吗'),
    searched(3, 'ware', mobileBaidu, '盖碗 新手 推荐'),
    searched(2, 'ware', sogou, '勐海 普洱 早春 2019'),
    searched(2, 'ware', so, '紫砂壶 全手工 鉴别'),
    searched(2, 'gifts', so, '茶具 套装 送礼'),
    road(3, 'ware', 'https://cn.bing.com/'),
    road(7, 'ware', 'https://www.xiaohongshu.com/', '', 'xiaohongshu'),
    road(4, 'ware', '', '?from=singlemessage', 'wechat'),
    road(3, 'home', '', '?from=timeline', 'wechat'),
    road(3, 'care', 'https://mp.weixin.qq.com/', '', 'wechat'),
    road(3, 'ware', 'https://www.douyin.com/', '', 'douyin'),
    road(2, 'care', 'https://link.zhihu.com/'),
    road(2, 'home', '', `?utm_source=newsletter&utm_medium=email&utm_campaign=${encodeURIComponent('会员新品')}`),
    road(1, 'ware', 'https://www.chayou-bbs.example/thread-20418-1-1.html')
  ],
  taiwan: [
    road(4, 'home', ''),
    road(5, 'ware', 'https://www.google.com.tw/'),
    googleAd(3, 'ware', '汝窯 蓋碗 天青'),
    road(2, 'ware', 'https://l.facebook.com/'),
    road(2, 'care', 'https://www.dcard.tw/')
  ],
  abroad: [
    road(6, 'home', ''),
    road(8, 'ware', 'https://www.google.com/'),
    googleAd(4, 'ware', 'ru ware gaiwan'),
    googleAd(3, 'ware', 'yixing teapot handmade'),
    googleAd(2, 'gifts', 'tea gift set'),
    searched(2, 'care', 'https://duckduckgo.com/?q=', 'crackle glaze tea cup leak'),
    road(3, 'ware', 'https://l.instagram.com/', '', 'instagram'),
    road(2, 'ware', 'https://www.pinterest.com/'),
    road(2, 'care', 'https://www.reddit.com/'),
    road(2, 'ware', 'https://www.bing.com/'),
    road(2, 'home', '', '?utm_source=newsletter&utm_medium=email&utm_campaign=new+kiln')
  ]
}
