/** The files that people in the demo send each other: drawn and written when they are needed, so that none lies in the program. */
import type { Language } from '#src/texts/index.ts'
import { pdf } from './papers.ts'
import { picture } from './pictures.ts'

export { portrait } from './pictures.ts'

/** A file as it is sent, with the name that its sender's machine gave it. */
export type SentFile = { name: string; bytes: Uint8Array }

/** The file that a talk names. Pictures of visitors are called as cameras call them. */
export function fileOf(name: string, by: 'visitor' | 'agent', language: Language): SentFile {
  const drawn = picture(name)
  if (drawn) return { name: by === 'visitor' && name !== 'logo.png' ? `IMG_${2_000 + (drawn.length % 7_000)}.png` : name, bytes: drawn }
  return paper(name, language)
}

function paper(name: string, language: Language): SentFile {
  const isChinese = language !== 'en'
  if (name === 'order-list.csv') return { name: '采购清单.csv', bytes: utf8(orderList) }
  if (name === 'care-guide.pdf') return { name: '汝窑茶器养护说明.pdf', bytes: pdf('汝窑茶器养护说明', careGuide) }
  if (name === 'test-report.pdf') {
    return isChinese
      ? { name: '检测报告-SJ2503.pdf', bytes: pdf('检测报告 SJ2503', chineseReport) }
      : { name: 'Test report SJ2503.pdf', bytes: pdf('Test report SJ2503', englishReport) }
  }
  throw new Error(`no such file in the demo: ${name}`)
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const orderList = '\uFEFF品名,数量\r\n宋式汝窑盖碗 · 天青,12\r\n月白品茗杯,48\r\n玻璃公道杯,12\r\n紫砂西施壶 200 ml,4\r\n礼盒定制：一碗四杯,8\r\n'
const careGuide = [
  '一、开片只在釉面，胎体完整，不会漏茶。茶色慢慢进入纹路，称为养片。',
  '二、第一次使用：清水煮沸十分钟，自然放凉。不要用洗洁精。',
  '三、平时用完沥干，盖子斜放。茶渍用小苏打轻擦，不要用钢丝球。',
  '四、不进洗碗机，不骤冷骤热。',
  '山间茶事 · 景德镇'
]
const chineseReport = ['样品：宋式汝窑盖碗、月白品茗杯；白毫银针 2025 头采', '铅溶出量：未检出　镉溶出量：未检出', '农药残留 48 项：均未检出', '结论：合格']
const englishReport = [
  'Samples: Ru ware gaiwan, moon white cup, Silver Needle 2025',
  'Lead release: not detected. Cadmium release: not detected.',
  'Pesticide residues, 48 substances: none detected.',
  'Result: passed.'
]
