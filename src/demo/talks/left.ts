import { isLanguage, type Language } from '#src/texts/index.ts'
import { talksFrom } from './talk.ts'

/** What was left at night (留言). With a reply it was handled in the morning. */
export type LeftWords = {
  language: Language
  name: string | null
  email: string | null
  phone: string | null
  text: string
  reply: string | null
  places: readonly string[]
}

const play = `
# zh-CN | 王经理 | | 13800004417 @ 厦门
> 你好，我们是鼓浪屿的民宿，想订 24 套客房茶具，要耐摔一点的，请明天上班后打我电话。
# zh-CN | 何以安 | heyian(at)mail.example |
> 刚收到的天青盖碗颜色和网页上差得有点多，照片我可以发邮箱，想换一只月白。
# zh-CN | 赵女士 | | 13700008860
> 请问下一窑什么时候开？想要两只尾号带 8 的，能不能帮我留。
# en | Daniel Okafor | d.okafor(at)mail.example | @ Singapore
> Hello, I would like twelve celadon cups for a restaurant in Singapore. Could you send a quote with air freight? No rush.
# en | Margaret Fairweather-Jones | margaret.fj(at)mail.example |
> My parcel says delivered but there is nothing at the door. Could somebody look into it in the morning please?
# zh-TW | 陳小姐 | yc.chen(at)mail.example |
> 請問西施壺下一批什麼時候到貨？想買來送父親，預算大約 NT$6,000，謝謝。
# zh-CN | 刘老师 | | 13900008823
> 学校茶艺社想买 15 套入门盖碗，能开发票吗？
< 刘老师您好，已经电话联系您，报价单发到了学校邮箱，15 套按教育价八五折。
# zh-CN | 周敏 | zhoumin(at)mail.example |
> 忘记写刻字内容了，订单备注请加「知足」两个字，楷书。
< 周女士，已经备注「知足」楷书，今天交给师傅。
# zh-CN | | | 18600003210
> 夜里下单能改成明天上午送吗？
< 您好，已备注明天上午派送，单号发您短信了。
# en | Lucía Fernández | lucia.f(at)mail.example |
> Is it possible to pay by bank transfer from Spain?
< Hello Lucía, yes. I have e-mailed you our IBAN; please put the order number in the reference.
# zh-CN | 半日闲茶馆 | | 15900004560 @ 苏州
> 上次的发票抬头写错了，应该是「苏州半日闲文化有限公司」，麻烦重开。
< 已经重开，旧票作废，新票稍后短信发您下载链接。
# en | Tom Whitfield | tom(at)mail.example |
> Do you ever sell seconds with small flaws?
< Hi Tom, twice a year. I have put you on the list, the next one is announced by e-mail.
`

export const leftWords: readonly LeftWords[] = talksFrom(play).map(({ topic, lines, places }) => {
  const [language = '', ...contact] = topic.split('|').map((part) => part.trim().replace('(at)', '@'))
  const [name, email, phone] = contact.map((part) => part || null)
  if (!isLanguage(language)) throw new Error(`not a language: ${topic}`)
  return { language, name: name ?? null, email: email ?? null, phone: phone ?? null, text: lines[0]?.text ?? '', reply: lines[1]?.text ?? null, places }
})
