import { expect, test } from 'bun:test'
import { brandName } from '#src/visitors/brands.ts'
import { isCrawler } from '#src/visitors/crawler.ts'
import { type Device, deviceOf } from '#src/visitors/device.ts'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const android = `Mozilla/5.0 (Linux; Android 13; PGEM10 Build/TP1A; wv) ${webkit} Version/4.0 Chrome/105.0.5195.148`
const windows = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit}`
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'

type Row = [userAgent: string, browser: string | null, version: string | null, os: string | null, device: Device['device'], inApp: Device['inApp']]
const people: Row[] = [
  [`${windows} Chrome/126.0.0.0 Safari/537.36`, 'Chrome', '126', 'Windows 10/11', 'desktop', null],
  [`${windows} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`, 'Edge', '126', 'Windows 10/11', 'desktop', null],
  [`${mac} Version/17.4.1 Safari/605.1.15`, 'Safari', '17.4', 'macOS', 'desktop', null],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0', 'Firefox', '127', 'Linux', 'desktop', null],
  ['Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko', 'IE', '11', 'Windows 7', 'desktop', null],
  [`${iPhone} Version/17.4 Mobile/15E148 Safari/604.1`, 'Safari', '17.4', 'iOS 17.4', 'phone', null],
  [
    'Mozilla/5.0 (iPad; CPU OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1',
    'Safari',
    '17.4',
    'iPadOS 17.4',
    'tablet',
    null
  ],
  [`Mozilla/5.0 (Linux; Android 13; SM-X700) ${webkit} Chrome/124.0.0.0 Safari/537.36`, 'Chrome', '124', 'Android 13', 'tablet', null],
  [`Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/125.0.0.0 Mobile Safari/537.36`, 'Chrome', '125', 'Android 10', 'phone', null],
  [
    `Mozilla/5.0 (Linux; Android 10; HarmonyOS; NOH-AN00) ${webkit} Chrome/99.0.4844.88 HuaweiBrowser/14.0.2.310 Mobile Safari/537.36`,
    ...(['Huawei Browser', '14', 'HarmonyOS', 'phone', null] as const)
  ],
  [`Mozilla/5.0 (Phone; OpenHarmony 5.0) ${webkit} Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile`, 'Chrome', '114', 'HarmonyOS 5', 'phone', null],
  [
    `Mozilla/5.0 (Linux; U; Android 12; zh-CN) ${webkit} Version/4.0 Chrome/100.0.4896.58 UCBrowser/16.3.8.1268 Mobile Safari/537.36`,
    'UC Browser',
    '16.3',
    'Android 12',
    'phone',
    null
  ],
  [`${iPhone} Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/WIFI Language/zh_CN`, 'WeChat', '8', 'iOS 17.4', 'phone', 'wechat'],
  [`${windows} Chrome/122.0.0.0 Safari/537.36 MicroMessenger/7.0.20.1781(0x6700143B) WindowsWechat/WMPF`, 'WeChat', '7', 'Windows 10/11', 'desktop', 'wechat'],
  [`${windows} Chrome/107.0.0.0 Safari/537.36 wxwork/4.1.22 MicroMessenger/7.0.1 appScheme/wxwork-sdk`, 'WeCom', '4.1', 'Windows 10/11', 'desktop', 'wecom'],
  [
    `${android} UWS/4.3.0.65 Mobile Safari/537.36 NebulaSDK/1.8 Nebula AlipayDefined(nt:WIFI,ws:360|0|3.0) AliApp(AP/10.5.66.8000) AlipayClient/10.5.66.8000`,
    ...(['Alipay', '10.5', 'Android 13', 'phone', 'alipay'] as const)
  ],
  [`${iPhone} Mobile/15E148 AliApp(DingTalk/7.5.10) com.laiwang.DingTalk/36424567 Channel/201200`, 'DingTalk', '7.5', 'iOS 17.4', 'phone', 'dingtalk'],
  [
    `${android} Mobile Safari/537.36 aweme_290400 JsSdk/1.0 NetType/WIFI AppName/aweme BytedanceWebview/d8a21c6`,
    'Douyin',
    '290400',
    'Android 13',
    'phone',
    'douyin'
  ],
  [`${iPhone} Mobile/15E148 musical_ly_33.3.0 JsSdk/2.0 BytedanceWebview/d8a21c6`, 'TikTok', '33.3', 'iOS 17.4', 'phone', 'tiktok'],
  [`${iPhone} Mobile/15E148 Weibo (iPhone14,2__weibo__13.12.2__iphone__os17.1)`, 'Weibo', '13.12', 'iOS 17.4', 'phone', 'weibo'],
  [
    `${android} MQQBrowser/6.2 TBS/046805 Mobile Safari/537.36 V1_AND_SQ_9.0.20_5844_YYB_D QQ/9.0.20.14630 NetType/WIFI`,
    'QQ',
    '9',
    'Android 13',
    'phone',
    'qq'
  ],
  [`${android} MQQBrowser/14.7 Mobile Safari/537.36 COVC/046610`, 'QQ Browser', '14.7', 'Android 13', 'phone', null],
  [
    `${android} Mobile Safari/537.36 T7/13.45 SP-engine/2.83.0 baiduboxapp/13.45.0.10 (Baidu; P1 12) NABar/1.0`,
    'Baidu',
    '13.45',
    'Android 13',
    'phone',
    'baidu'
  ],
  [`${iPhone} Mobile/15E148 XHS/8.33.0 NetType/WiFi`, 'Xiaohongshu', '8.33', 'iOS 17.4', 'phone', 'xiaohongshu'],
  [`${android} Mobile Safari/537.36 JsSdk/2 NewsArticle/8.9.5 NetType/wifi (News 8.9.5)`, 'Toutiao', '8.9', 'Android 13', 'phone', 'toutiao'],
  [`${iPhone} Mobile/15E148 AliApp(TB/10.20.10) WindVane/8.7.2 1125x2436 WK`, 'Taobao', '10.20', 'iOS 17.4', 'phone', 'taobao'],
  [
    `${iPhone} Mobile/15E148 ==== iOS/16.6 BundleID/com.xunmeng.pinduoduo AppVersion/6.72.0 AppBuild/2402021113 cURL/7.47.0`,
    'Pinduoduo',
    '6.72',
    'iOS 17.4',
    'phone',
    'pinduoduo'
  ],
  [`${iPhone} Mobile/21D61 [FBAN/FBIOS;FBAV/453.0.0.35.109;FBBV/573]`, 'Facebook', '453', 'iOS 17.4', 'phone', 'facebook'],
  [`${mac} QQ/6.9.0`, 'QQ', '6.9', 'macOS', 'desktop', 'qq']
]

test.each(people)('%s', (userAgent, browser, browserVersion, os, device, inApp) => {
  expect(deviceOf(userAgent)).toEqual({ browser, browserVersion, os, device, inApp })
})

test.each(people)('a person is no crawler: %s', (userAgent) => {
  expect(isCrawler(userAgent)).toBe(false)
})

test('nothing is made up about whoever says nothing', () => {
  expect(deviceOf('')).toEqual({ browser: null, browserVersion: null, os: null, device: 'desktop', inApp: null })
  expect(deviceOf('\u0000\n<script>')).toEqual({ browser: null, browserVersion: null, os: null, device: 'desktop', inApp: null })
})

test('visitors with the same browser share one object that nobody can change', () => {
  const device = deviceOf(people[0]?.[0] ?? '')
  expect(deviceOf(people[0]?.[0] ?? '')).toBe(device)
  expect(Object.isFrozen(device)).toBe(true)
  for (let n = 0; n < 400; n++) deviceOf(`made up ${n}`)
  expect(deviceOf(people[0]?.[0] ?? '')).not.toBe(device)
})

test('junk of any length costs no more than a few milliseconds', () => {
  const pieces = [
    'Android ',
    'a',
    '(',
    ';',
    '/',
    '0.',
    'Chrome/',
    'Safari Version/',
    'iPhone ',
    'Opera Mini/',
    '\u0000',
    '(KHTML, like Gecko) ',
    'Weibo ',
    'QQ/',
    'jdapp;',
    '_weibo__'
  ]
  const times = pieces.map((piece) => {
    const junk = piece.repeat(100_000 / piece.length)
    return Math.min(...[1, 2, 3].map((n) => timeOf(() => deviceOf(`${n}${junk}`) && isCrawler(`${n}${junk}`))))
  })
  expect(Math.max(...times)).toBeLessThan(5)
})

test.each([
  ...['', '   ', 'curl/8.5.0', 'python-requests/2.31', 'Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)'],
  'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
  'Mozilla/5.0 (compatible; Baiduspider-render/2.0; +http://www.baidu.com/search/spider.html)',
  `${windows} Chrome/50.0.2661.102 Safari/537.36; 360Spider`,
  `${iPhone} CriOS/56.0.2924.75 Mobile/14E5239e YisouSpider/5.0 Safari/602.1`,
  `${android} Mobile Safari/537.36 (compatible; Bytespider; https://zhanzhang.toutiao.com/)`,
  'Mozilla/5.0 (compatible; PetalBot;+https://webmaster.petalsearch.com/site/petalbot)',
  `${android} Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)`,
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.1; +https://openai.com/gptbot)',
  `Mozilla/5.0 (X11; Linux x86_64) ${webkit} HeadlessChrome/126.0.0.0 Safari/537.36`,
  `${android} Mobile AlipayDefined(nt:WIFI) (compatible; Googlebot/2.1)`
])('a crawler is one: %j', (userAgent) => {
  expect(isCrawler(userAgent)).toBe(true)
})

test('whoever sends no name at all counts as a crawler', () => {
  expect(isCrawler(null)).toBe(true)
})

test('brands are called what people call them', () => {
  expect(brandName('baidu', 'zh-CN')).toBe('百度')
  expect(brandName('xiaohongshu', 'zh-TW')).toBe('小紅書')
  expect(brandName('WeChat', 'zh-CN')).toBe('微信')
  expect(brandName('QQ Browser', 'zh-TW')).toBe('QQ瀏覽器')
  expect(brandName('360', 'zh-CN')).toBe('360')
  expect(brandName('Chrome', 'zh-CN')).toBe('Chrome')
  expect(brandName('something new', 'zh-CN')).toBe('something new')
})

function timeOf(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
