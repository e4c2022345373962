import { expect, test } from 'bun:test'
import { type Source, sourceOf } from '#src/visitors/source.ts'

const hosts = ['shop.example', 'www.shop.example']
const home = 'https://shop.example/'
const nothing: Source = { kind: 'direct', engine: null, keyword: null, campaign: null, medium: null, referrerHost: null }

function from(referrer: string | null, landing = home): Source {
  return sourceOf({ referrer, landing }, hosts)
}

test('without a page before and without parameters a visit is direct', () => {
  expect(from(null)).toEqual(nothing)
  for (const referrer of ['', 'about:blank', 'not an address', 'javascript:alert(1)', 'file:///c:/x.html']) expect(from(referrer)).toEqual(nothing)
})

test.each([
  ['https://www.baidu.com/link?url=abc&eqid=1', 'baidu'],
  ['https://m.baidu.com/', 'baidu'],
  ['https://www.so.com/link?m=x', '360'],
  ['https://www.haosou.com/', '360'],
  ['https://so.360.cn/', '360'],
  ['https://www.sogou.com/', 'sogou'],
  ['https://m.sm.cn/', 'shenma'],
  ['https://so.m.sm.cn/', 'shenma'],
  ['https://so.toutiao.com/', 'toutiao'],
  ['https://cn.bing.com/', 'bing'],
  ['https://www.google.com/', 'google'],
  ['https://www.google.com.hk/', 'google'],
  ['https://www.google.co.uk/', 'google'],
  ['https://google.de/', 'google'],
  ['https://r.search.yahoo.com/_ylt=x', 'yahoo'],
  ['https://tw.search.yahoo.com/', 'yahoo'],
  ['https://search.yahoo.co.jp/', 'yahoo'],
  ['https://duckduckgo.com/', 'duckduckgo'],
  ['https://yandex.ru/', 'yandex'],
  ['https://yandex.com.tr/', 'yandex'],
  ['https://m.search.naver.com/', 'naver'],
  ['android-app://com.google.android.googlequicksearchbox/', 'google']
])('%s is a search on %s that did not pass the keyword on', (referrer, engine) => {
  expect(from(referrer)).toEqual({ ...nothing, kind: 'search', engine, referrerHost: new URL(referrer).hostname })
})

test.each([
  ['https://www.baidu.com/s?wd=%E7%BA%A2%E9%9E%8B', '红鞋'],
  ['https://www.baidu.com/s?wd=%BA%EC%D0%AC', '红鞋'],
  ['https://www.baidu.com/s?ie=gb2312&word=%BA%EC%D0%AC', '红鞋'],
  ['https://m.baidu.com/s?word=red+shoes', 'red shoes'],
  ['https://www.so.com/s?q=%E7%BA%A2%E9%9E%8B', '红鞋'],
  ['https://www.sogou.com/web?query=%BA%EC%D0%AC', '红鞋'],
  ['https://m.sogou.com/web?keyword=%E9%9E%8B', '鞋'],
  ['https://so.m.sm.cn/s?q=%E9%9E%8B', '鞋'],
  ['https://so.toutiao.com/search?keyword=%E9%9E%8B', '鞋'],
  ['https://www.bing.com/search?q=shoes&form=x', 'shoes'],
  ['https://search.yahoo.com/search?p=shoes', 'shoes'],
  ['https://yandex.ru/search/?text=shoes', 'shoes'],
  ['https://search.naver.com/search.naver?query=%EC%8B%A0%EB%B0%9C', '신발'],
  ['https://www.bing.com/search?q=100%+cotton', '100% cotton'],
  ['https://www.baidu.com/s?wd=%E7%BA%A2%00%0A%E9%9E%8B%E2%80%AE', '红 鞋'],
  [`https://www.bing.com/search?q=${'x'.repeat(2_000)}`, 'x'.repeat(100)]
])('the keyword of %s is %s', (referrer, keyword) => {
  expect(from(referrer).keyword).toBe(keyword)
})

test.each([
  ['https://www.xiaohongshu.com/explore/1', 'xiaohongshu'],
  ['https://www.douyin.com/', 'douyin'],
  ['https://link.zhihu.com/?target=x', 'zhihu'],
  ['https://m.weibo.cn/', 'weibo'],
  ['https://mp.weixin.qq.com/s/x', 'wechat'],
  ['https://servicewechat.com/wx1/1/page-frame.html', 'wechat'],
  ['https://www.bilibili.com/video/x', 'bilibili'],
  ['https://tieba.baidu.com/p/1', 'tieba'],
  ['https://www.toutiao.com/article/1', 'toutiao'],
  ['https://l.instagram.com/?u=x', 'instagram'],
  ['https://m.facebook.com/', 'facebook'],
  ['https://t.co/abc', 'x'],
  ['https://x.com/', 'x'],
  ['https://www.youtube.com/', 'youtube'],
  ['https://lnkd.in/x', 'linkedin'],
  ['https://wa.me/', 'whatsapp'],
  ['https://t.me/x', 'telegram']
])('%s is a network: %s', (referrer, engine) => {
  expect(from(referrer)).toMatchObject({ kind: 'social', engine, keyword: null })
})

test.each([
  'https://mail.google.com/',
  'https://mail.qq.com/',
  'https://wx.mail.qq.com/',
  'https://mail.163.com/',
  'https://outlook.live.com/mail/0/',
  'android-app://com.google.android.gm/'
])('%s is mail', (referrer) => {
  expect(from(referrer)).toMatchObject({ kind: 'mail', engine: null })
})

test.each([
  ...[
    'https://baidu.com.evil.example/s?wd=x',
    'https://www.notbaidu.com/s?wd=x',
    'https://evil.example/baidu.com?wd=x',
    'https://google.evil.com/?q=x',
    'https://xso.com/?q=x'
  ],
  ...[
    'https://blog.example/',
    'https://hao.360.cn/',
    'https://map.baidu.com/',
    'https://accounts.google.com/',
    'https://docs.google.com/',
    'https://tx.com/',
    'https://www.yahoo.com/'
  ]
])('%s is a link from another page', (referrer) => {
  expect(from(referrer)).toEqual({ ...nothing, kind: 'link', referrerHost: new URL(referrer).hostname })
})

test('pages of the site itself, subdomains too, are no source', () => {
  for (const referrer of ['https://shop.example/cart', 'https://WWW.shop.example/', 'https://blog.shop.example/']) expect(from(referrer).kind).toBe('internal')
  expect(from('https://evilshop.example/').kind).toBe('link')
})

test.each([
  ['bd_vid=123', 'baidu'],
  ['e_keywordid=123&e_creative=4', 'baidu'],
  ['qhclickid=1', '360'],
  ['gclid=x', 'google'],
  ['GCLID=x', 'google'],
  ['msclkid=x', 'bing'],
  ['yclid=1', 'yandex'],
  ['gdt_vid=1', 'tencent'],
  ['ttclid=1', 'tiktok'],
  ['utm_source=baidu&utm_medium=cpc', 'baidu'],
  ['utm_source=360&utm_medium=SEM', '360'],
  ['utm_source=xhs&utm_medium=paid_social', 'xiaohongshu'],
  ['utm_source=Google&utm_medium=ppc', 'google'],
  ['hmsr=神马&utm_medium=cpc', 'shenma'],
  ['utm_source=somewhere&utm_medium=cpc', null]
])('a landing page with %s was paid for, to %s', (parameters, engine) => {
  expect(from(null, `${home}?${parameters}`)).toMatchObject({ kind: 'paid', engine })
})

test('an advertisement names its keyword on the landing page, also in the old encoding', () => {
  expect(from('https://www.baidu.com/baidu.php?url=x', `${home}?bd_vid=1&kw=%E7%BA%A2%E9%9E%8B&utm_campaign=%E5%A4%8F%E5%AD%A3`)).toEqual({
    kind: 'paid',
    engine: 'baidu',
    keyword: '红鞋',
    campaign: '夏季',
    medium: null,
    referrerHost: 'www.baidu.com'
  })
  expect(from(null, `${home}?e_keywordid=1&wd=%BA%EC%D0%AC`).keyword).toBe('红鞋')
  expect(from(null, `${home}?gclid=1&utm_term=shoes&q=other`).keyword).toBe('shoes')
  expect(from(null, `${home}?bd_vid=1&hmkw=%E9%9E%8B&hmpl=plan`)).toMatchObject({ keyword: '鞋', campaign: 'plan' })
})

test('templates that nobody filled in are no keywords', () => {
  for (const term of ['{keyword}', '%7Bkeyword%7D', '__KEYWORD__', '(not provided)', '(not set)', 'undefined', '+', '']) {
    expect(from(null, `${home}?gclid=1&utm_term=${term}`).keyword).toBeNull()
  }
})

test('a shop’s own search is no keyword of an engine', () => {
  expect(from(null, `${home}search?q=shoes&keyword=x`)).toEqual(nothing)
  expect(from('https://blog.example/', `${home}search?q=shoes`).keyword).toBeNull()
  expect(from('https://www.baidu.com/', `${home}search?q=shoes`).keyword).toBe('shoes')
})

test.each([
  ['utm_source=newsletter&utm_medium=email&utm_campaign=May', { kind: 'mail', engine: null, campaign: 'May', medium: 'email' }],
  ['utm_source=newsletter', { kind: 'mail', engine: null }],
  ['utm_source=wechat&utm_medium=social', { kind: 'social', engine: 'wechat' }],
  ['utm_source=weibo.com', { kind: 'social', engine: 'weibo' }],
  ['utm_source=baidu&utm_medium=organic', { kind: 'search', engine: 'baidu' }],
  ['utm_source=partner.example&utm_medium=referral', { kind: 'link', engine: null }],
  ['utm_source=flyer', { kind: 'link', engine: null }],
  ['from=singlemessage', { kind: 'social', engine: 'wechat' }],
  ['from=timeline&isappinstalled=0', { kind: 'social', engine: 'wechat' }],
  ['source=baidu&kw=%E9%9E%8B', { kind: 'search', engine: 'baidu', keyword: '鞋' }],
  ['from=cart', { kind: 'direct', engine: null }],
  ['from=x', { kind: 'direct', engine: null }],
  ['from=email', { kind: 'direct', engine: null }],
  ['fbclid=1', { kind: 'direct', engine: null }]
])('a landing page with %s says where the visitor came from', (parameters, source) => {
  expect(from(null, `${home}?${parameters}`)).toMatchObject(source as Partial<Source>)
})

test('the page before counts more than a name in the address, unless it is the site itself', () => {
  expect(from('https://www.google.com/', `${home}?utm_source=weibo`)).toMatchObject({ kind: 'search', engine: 'google' })
  expect(from('https://shop.example/', `${home}?utm_source=weibo`)).toMatchObject({ kind: 'social', engine: 'weibo' })
})

test('hostile addresses are read in a moment', () => {
  const began = performance.now()
  for (const part of ['%', '%E7', '&', '=', 'a=b&', 'utm_source', '+', '%%']) {
    const query = part.repeat(Math.floor(60_000 / part.length))
    from(`https://www.baidu.com/s?wd=${query}`, `${home}?utm_term=${query}`)
  }
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(from('https://www.baidu.com/s?__proto__=1&constructor=x', `${home}?utm_source=__proto__&utm_medium=constructor&source=toString`)).toMatchObject({
    kind: 'search',
    engine: 'baidu'
  })
  expect(from(null, `${home}?utm_source=constructor&utm_medium=toString`).kind).toBe('link')
})
