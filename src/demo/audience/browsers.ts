import type { Chance } from '../chance.ts'
import type { Audience } from './addresses.ts'

/** What visitors hold in hand, by what their browsers really say. `app` ties a built-in browser to where its owner comes from. */
type Browser = { weight: number; app: 'wechat' | 'xiaohongshu' | 'douyin' | 'baidu' | 'instagram' | null; agent: string }

const iphone = (system: string, rest: string) => `Mozilla/5.0 (iPhone; CPU iPhone OS ${system} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${rest}`
const android = (phone: string, rest: string) => `Mozilla/5.0 (Linux; Android ${phone}) AppleWebKit/537.36 (KHTML, like Gecko) ${rest}`
const windows = (rest: string) => `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) ${rest}`
const mac = (rest: string) => `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${rest}`
const one = (weight: number, agent: string, app: Browser['app'] = null): Browser => ({ weight, app, agent })

const everywhere: readonly Browser[] = [
  one(6, iphone('17_5_1', 'Version/17.5 Mobile/15E148 Safari/604.1')),
  one(3, iphone('18_1', 'Version/18.1 Mobile/15E148 Safari/604.1')),
  one(6, windows('Chrome/126.0.0.0 Safari/537.36')),
  one(4, windows('Chrome/128.0.0.0 Safari/537.36 Edg/128.0.0.0')),
  one(3, mac('AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4.1 Safari/605.1.15')),
  one(2, mac('AppleWebKit/537.36 (KHTML, like Gecko) Chrome/127.0.0.0 Safari/537.36')),
  one(1, 'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1')
]

const chinese: readonly Browser[] = [
  one(4, iphone('17_5_1', 'Mobile/15E148 MicroMessenger/8.0.50(0x18003233) NetType/WIFI Language/zh_CN'), 'wechat'),
  one(
    4,
    android(
      '14; 23127PN0CC Build/UKQ1.230804.001; wv',
      'Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20240404 MicroMessenger/8.0.49.2600(0x28003137) WeChat/arm64 Weixin NetType/5G Language/zh_CN ABI/arm64'
    ),
    'wechat'
  ),
  one(3, iphone('17_4', 'Mobile/15E148 discover/8.40.1 NetType/WiFi'), 'xiaohongshu'),
  one(2, android('13; V2227A Build/TP1A.220624.014; wv', 'Version/4.0 Chrome/110.0.5481.154 Mobile Safari/537.36 discover/8.39.0'), 'xiaohongshu'),
  one(2, iphone('16_6', 'Mobile/15E148 aweme_29.5.0 Region/CN AppTheme/light NetType/WIFI JsSdk/2.0 Channel/App Store'), 'douyin'),
  one(3, iphone('16_6', 'Mobile/15E148 SP-engine/3.17.0 main%2F1.0 baiduboxapp/13.58.0.10 (Baidu; P2 16.6) NABar/1.0'), 'baidu'),
  one(4, android('12; HarmonyOS; ALN-AL00; HMSCore 6.13.0.351', 'Chrome/99.0.4844.88 HuaweiBrowser/14.0.5.303 Mobile Safari/537.36')),
  one(
    3,
    'Mozilla/5.0 (Linux; U; Android 13; zh-cn; 2211133C Build/TKQ1.220905.001) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/109.0.5414.118 Mobile Safari/537.36 XiaoMi/MiuiBrowser/18.5.40902'
  ),
  one(1, android('14; PJD110', 'Version/4.0 Chrome/100.0.4896.58 Quark/7.0.5.640 Mobile Safari/537.36')),
  one(2, windows('Chrome/109.0.5414.120 Safari/537.36 QQBrowser/13.2.5800.400')),
  one(1, windows('Chrome/114.0.0.0 Safari/537.36 QIHU 360SE'))
]

const western: readonly Browser[] = [
  one(4, android('14; Pixel 8', 'Chrome/127.0.0.0 Mobile Safari/537.36')),
  one(2, android('14; SM-S921B', 'SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36')),
  one(2, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0'),
  one(1, 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0'),
  one(2, iphone('17_5_1', 'Mobile/21F90 Instagram 337.0.2.24.92 (iPhone15,2; iOS 17_5_1; en_GB; en; scale=3.00; 1179x2556; 610955389)'), 'instagram')
]

export const browsers: Record<Audience, readonly Browser[]> = {
  mainland: [...everywhere, ...chinese],
  taiwan: [...everywhere, ...western.filter(({ app }) => app === null)],
  abroad: [...everywhere, ...western]
}

/** A browser of the audience; whoever comes from an app mostly looks through that app's own. */
export function someBrowser(chance: Chance, audience: Audience, app: Browser['app']): string {
  const own = browsers[audience].filter((browser) => browser.app === app)
  const plain = browsers[audience].filter((browser) => browser.app === null)
  return chance.weighted(app !== null && own.length > 0 && chance.happens(0.85) ? own : plain).agent
}
