import { UAParser } from 'ua-parser-js'
import { type App, appIn } from './apps.ts'

/** What a visitor holds in hand. `browser` and `os` are names in English (`brandName` says them in Chinese), versions without trailing zeros. */
export type Device = {
  browser: string | null
  browserVersion: string | null
  os: string | null
  device: 'phone' | 'tablet' | 'desktop'
  /** The app whose built-in browser shows the page. */
  inApp: App | null
}

/** Longer names are junk, and patterns on junk take time. */
const longest = 500
const mostRemembered = 300
const remembered = new Map<string, Device>()

/** Reads a User-Agent; visitors share few of them, so the last ones are remembered and their objects shared. */
export function deviceOf(userAgent: string): Device {
  const name = userAgent.slice(0, longest)
  const device = remembered.get(name) ?? Object.freeze(readDevice(name))
  remembered.delete(name)
  remembered.set(name, device)
  const oldest = remembered.size > mostRemembered ? remembered.keys().next().value : undefined
  if (oldest !== undefined) remembered.delete(oldest)
  return device
}

function readDevice(userAgent: string): Device {
  const { browser, os, device } = new UAParser(userAgent).getResult()
  const app = appIn(userAgent)
  return {
    browser: app?.name ?? browserName(browser.name),
    browserVersion: shortVersion(app ? app.version : browser.version),
    os: osName(os.name, os.version, device.type),
    device: sizeOf(device.type, os.name),
    inApp: app?.key ?? null
  }
}

const browserNames = new Map([
  ['Mobile Safari', 'Safari'],
  ['Chrome WebView', 'WebView'],
  ['WebKit', 'WebView'],
  ['Chrome Headless', 'Chrome'],
  ['360', '360 Browser'],
  ['UCBrowser', 'UC Browser'],
  ['QQBrowser', 'QQ Browser'],
  ['Sogou Explorer', 'Sogou Browser'],
  ['Baidu', 'Baidu Browser']
])

function browserName(name: string | undefined): string | null {
  return name === undefined ? null : (browserNames.get(name) ?? name)
}

/** Browsers stopped telling: every Mac says 10.15.7, Windows 11 says 10, and HarmonyOS gives the Android version that it imitates. */
function osName(name: string | undefined, version: string | undefined, type: string | undefined): string | null {
  if (name === undefined) return null
  if (name === 'Mac OS') return 'macOS'
  if (name === 'Chromium OS') return 'ChromeOS'
  if (name === 'HarmonyOS' || name === 'Linux') return name
  if (name === 'Windows' && version === '10') return 'Windows 10/11'
  const ours = name === 'OpenHarmony' ? 'HarmonyOS' : name === 'iOS' && type === 'tablet' ? 'iPadOS' : name
  return [ours, shortVersion(version)]
    .filter((part) => part !== null)
    .join(' ')
    .slice(0, 40)
}

/** `126.0.0.0` is 126, `17.4.1` is 17.4. */
function shortVersion(version: string | undefined): string | null {
  const numbers = /^(\d{1,6})(?:\.(\d{1,6}))?/.exec(version ?? '')
  if (!numbers) return null
  return numbers[2] === undefined || Number(numbers[2]) === 0 ? (numbers[1] ?? null) : numbers[0]
}

function sizeOf(type: string | undefined, os: string | undefined): Device['device'] {
  if (type === 'tablet') return 'tablet'
  const isPhone = type === 'mobile' || type === 'wearable' || (type === undefined && (os === 'Android' || os === 'iOS' || os === 'HarmonyOS'))
  return isPhone ? 'phone' : 'desktop'
}
