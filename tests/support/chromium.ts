import { existsSync } from 'node:fs'

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const chineseFonts = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

/** Where a Chromium of the system is, or null. */
export function chromium(): string | null {
  return browsers.find((path) => existsSync(path)) ?? null
}

/** Gets Chromium and Chinese fonts from Debian's packages where they are missing and this user may. Gives what is in the way, or null. */
export async function provideChromium(): Promise<string | null> {
  if (chromium() && existsSync(chineseFonts)) return null
  const mayInstall = process.getuid?.() === 0 && Bun.which('apt-get') !== null
  if (!mayInstall) return chromium() ? null : 'there is no Chromium, and this user may not install it: apt-get install chromium fonts-noto-cjk'
  console.log('installing chromium and fonts-noto-cjk')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const command of [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']
  ]) {
    const { exitCode, stderr } = Bun.spawnSync(['apt-get', ...command], { stdin: 'ignore', stdout: 'ignore', env: environment })
    if (exitCode !== 0) return `apt-get ${command[0]} failed: ${stderr.toString().slice(-300)}`
  }
  return chromium() ? null : 'apt-get installed no Chromium'
}
