import type { Language } from '#src/texts/index.ts'

/** Chinese names of what is called otherwise in English: key, English, simplified, traditional. What is not here is named alike everywhere. */
const brands = `
  baidu Baidu 百度 百度 · sogou Sogou 搜狗 搜狗 · shenma Shenma 神马 神馬 · toutiao Toutiao 今日头条 今日頭條
  bing Bing 必应 Bing · google Google 谷歌 Google · yahoo Yahoo 雅虎 Yahoo奇摩 · duckduckgo DuckDuckGo DuckDuckGo DuckDuckGo · yandex Yandex Yandex Yandex
  naver Naver Naver Naver · ecosia Ecosia Ecosia Ecosia · brave Brave Brave Brave · petal Petal 花瓣 花瓣 · huawei Huawei 华为 華為
  tencent Tencent 腾讯 騰訊 · xiaohongshu Xiaohongshu 小红书 小紅書 · douyin Douyin 抖音 抖音 · tiktok TikTok TikTok TikTok · zhihu Zhihu 知乎 知乎
  weibo Weibo 微博 微博 · wechat WeChat 微信 微信 · wecom WeCom 企业微信 企業微信 · qq QQ QQ QQ · bilibili Bilibili 哔哩哔哩 嗶哩嗶哩 · kuaishou Kuaishou 快手 快手
  tieba Baidu_Tieba 百度贴吧 百度貼吧 · douban Douban 豆瓣 豆瓣 · alipay Alipay 支付宝 支付寶 · dingtalk DingTalk 钉钉 釘釘 · feishu Feishu 飞书 飛書 · taobao Taobao 淘宝 淘寶
  jd JD 京东 京東 · pinduoduo Pinduoduo 拼多多 拼多多 · meituan Meituan 美团 美團 · facebook Facebook Facebook Facebook · instagram Instagram Instagram Instagram
  threads Threads Threads Threads · x X X X · youtube YouTube YouTube YouTube · linkedin LinkedIn 领英 LinkedIn · whatsapp WhatsApp WhatsApp WhatsApp
  telegram Telegram Telegram Telegram · line LINE LINE LINE · pinterest Pinterest Pinterest Pinterest · reddit Reddit Reddit Reddit · vk VK VK VK
  discord Discord Discord Discord · dcard Dcard Dcard Dcard · ptt PTT PTT PTT
  qq_browser QQ_Browser QQ浏览器 QQ瀏覽器 · uc_browser UC_Browser UC浏览器 UC瀏覽器 · 360_browser 360_Browser 360浏览器 360瀏覽器
  sogou_browser Sogou_Browser 搜狗浏览器 搜狗瀏覽器 · baidu_browser Baidu_Browser 百度浏览器 百度瀏覽器 · quark Quark 夸克 夸克
  huawei_browser Huawei_Browser 华为浏览器 華為瀏覽器 · miui_browser MIUI_Browser 小米浏览器 小米瀏覽器 · samsung_internet Samsung_Internet 三星浏览器 三星瀏覽器
  harmonyos HarmonyOS 鸿蒙 鴻蒙`

const names = new Map(
  brands
    .split(/·|\n/)
    .map((entry) => entry.trim().split(' '))
    .map(([key = '', en = '', cn = '', tw = '']) => [key, { en: spaced(en), 'zh-CN': spaced(cn), 'zh-TW': spaced(tw) }] as const)
)

/** A search engine, network, app, browser or system by key or English name, as people call it; what we do not know stays as it is. */
export function brandName(brand: string, language: Language): string {
  return names.get(brand.toLowerCase().replaceAll(' ', '_'))?.[language] ?? brand
}

function spaced(name: string): string {
  return name.replaceAll('_', ' ')
}
