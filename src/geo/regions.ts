import type { Language } from '#src/texts/index.ts'

type Names = Record<Language, string>

/*
 * Regions of China and Taiwan by the part of their ISO 3166-2 code behind the hyphen. China's were numbers until 2017 (GB/T 2260);
 * older data and rules still carry them.
 */
const china = table(`
  BJ 11 北京 北京 Beijing         TJ 12 天津 天津 Tianjin        HE 13 河北 河北 Hebei          SX 14 山西 山西 Shanxi
  NM 15 内蒙古 內蒙古 Inner_Mongolia  LN 21 辽宁 遼寧 Liaoning   JL 22 吉林 吉林 Jilin          HL 23 黑龙江 黑龍江 Heilongjiang
  SH 31 上海 上海 Shanghai        JS 32 江苏 江蘇 Jiangsu        ZJ 33 浙江 浙江 Zhejiang       AH 34 安徽 安徽 Anhui
  FJ 35 福建 福建 Fujian          JX 36 江西 江西 Jiangxi        SD 37 山东 山東 Shandong       HA 41 河南 河南 Henan
  HB 42 湖北 湖北 Hubei           HN 43 湖南 湖南 Hunan          GD 44 广东 廣東 Guangdong      GX 45 广西 廣西 Guangxi
  HI 46 海南 海南 Hainan          CQ 50 重庆 重慶 Chongqing      SC 51 四川 四川 Sichuan        GZ 52 贵州 貴州 Guizhou
  YN 53 云南 雲南 Yunnan          XZ 54 西藏 西藏 Tibet          SN 61 陕西 陝西 Shaanxi        GS 62 甘肃 甘肅 Gansu
  QH 63 青海 青海 Qinghai         NX 64 宁夏 寧夏 Ningxia        XJ 65 新疆 新疆 Xinjiang       TW 71 台湾 台灣 Taiwan
  HK 81 香港 香港 Hong_Kong       MO 82 澳门 澳門 Macao`)

const taiwan = table(`
  TPE - 台北 台北 Taipei          NWT - 新北 新北 New_Taipei     TAO - 桃园 桃園 Taoyuan        TXG - 台中 台中 Taichung
  TNN - 台南 台南 Tainan          KHH - 高雄 高雄 Kaohsiung      KEE - 基隆 基隆 Keelung        HSZ - 新竹 新竹 Hsinchu
  HSQ - 新竹 新竹 Hsinchu         CYI - 嘉义 嘉義 Chiayi         CYQ - 嘉义 嘉義 Chiayi         MIA - 苗栗 苗栗 Miaoli
  CHA - 彰化 彰化 Changhua        NAN - 南投 南投 Nantou         YUN - 云林 雲林 Yunlin         PIF - 屏东 屏東 Pingtung
  ILA - 宜兰 宜蘭 Yilan           HUA - 花莲 花蓮 Hualien        TTT - 台东 台東 Taitung        PEN - 澎湖 澎湖 Penghu
  KIN - 金门 金門 Kinmen          LIE - 连江 連江 Lienchiang`)

/** What a region of China or Taiwan is called, by either code; elsewhere null. */
export function regionName(country: string, region: string | null, language: Language): string | null {
  if (region === null) return null
  if (country === 'TW') return taiwan.get(region)?.[language] ?? null
  return country === 'CN' ? (china.get(region)?.[language] ?? null) : null
}

/** The letters of a Chinese province, whichever code it came with. */
export function provinceCode(region: string): string | null {
  return china.get(region)?.code ?? null
}

function table(text: string): Map<string, Names & { code: string }> {
  const regions = new Map<string, Names & { code: string }>()
  for (const [, code = '', number = '', cn = '', tw = '', en = ''] of text.matchAll(/(\S+) (\S+) (\S+) (\S+) (\S+)/g)) {
    const names = { code, 'zh-CN': cn, 'zh-TW': tw, en: en.replaceAll('_', ' ') }
    regions.set(code, names)
    if (number !== '-') regions.set(number, names)
  }
  return regions
}
