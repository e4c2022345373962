/*
 * Apps that open pages in a browser of their own, by what they add to the User-Agent; the version stands in the first
 * group. The first that matches counts: WeCom calls itself WeChat too, TikTok and Douyin are of one house.
 */
const apps = [
  ['wecom', 'WeCom', /\bwxwork\/([\d.]+)/i],
  ['wechat', 'WeChat', /\bMicroMessenger\/([\d.]+)/i],
  ['alipay', 'Alipay', /\bAlipayClient\/([\d.]+)/i],
  ['dingtalk', 'DingTalk', /\bDingTalk\/([\d.]+)/i],
  ['feishu', 'Feishu', /\b(?:Lark|Feishu)\/([\d.]+)/i],
  ['tiktok', 'TikTok', /\b(?:musical_ly|trill)_([\d.]+)/i],
  ['douyin', 'Douyin', /\baweme(?:_lite)?_([\d.]+)/i],
  ['toutiao', 'Toutiao', /\bNewsArticle\/([\d.]+)/i],
  ['weibo', 'Weibo', /__weibo__([\d.]+)/i],
  ['qq', 'QQ', /(?:^|\s)QQ\/([\d.]+)/],
  ['baidu', 'Baidu', /\bbaiduboxapp\/([\d.]+)/i],
  ['xiaohongshu', 'Xiaohongshu', /\bXHS\/([\d.]+)|\bxhsminiapp\b|\bdiscover\/([\d.]+)/i],
  ['kuaishou', 'Kuaishou', /\b(?:Kwai|ksNebula)\/([\d.]+)/i],
  ['bilibili', 'Bilibili', /\bBiliApp\/([\d.]+)/i],
  ['zhihu', 'Zhihu', /\bZhihuHybrid\b/i],
  ['taobao', 'Taobao', /\bAliApp\((?:TB|TM)\/([\d.]+)/i],
  ['jd', 'JD', /^jdapp;\w+;([\d.]+)/i],
  ['pinduoduo', 'Pinduoduo', /\bcom\.xunmeng\.pinduoduo AppVersion\/([\d.]+)|\bphh_android_version\/([\d.]+)/i],
  ['meituan', 'Meituan', /\bcom\.sankuai\.meituan\/([\d.]+)/i],
  ['facebook', 'Facebook', /\bFBAV\/([\d.]+)/i],
  ['instagram', 'Instagram', /\bInstagram ([\d.]+)/i],
  ['line', 'LINE', /\bLine\/([\d.]+)/i]
] as const

export type App = (typeof apps)[number][0]

/** The app that a User-Agent names, with its version where it is told. */
export function appIn(userAgent: string): { key: App; name: string; version: string | undefined } | null {
  for (const [key, name, pattern] of apps) {
    const found = pattern.exec(userAgent)
    if (found) return { key, name, version: found[1] ?? found[2] }
  }
  return null
}
