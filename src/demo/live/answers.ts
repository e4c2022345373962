import type { Language } from '#src/texts/index.ts'
import type { Chance } from '../chance.ts'

/**
 * What a visitor makes of words that no screenplay has: `wait` for more, answer a question that shops ask, say again what
 * was asked, or go on with what was on their mind.
 */
export type Reaction = { how: 'wait' } | { how: 'answer'; text: string } | { how: 'repeat'; text: string } | { how: 'go-on' }

type Known = { order: string; isFirst: boolean }
type Manner = { asks: readonly [RegExp, readonly string[]][]; waits: RegExp; greets: RegExp; again: readonly string[]; thanks: readonly string[] }

const chinese: Manner = {
  asks: [
    [/订单(号|编号)|单号是|訂單(號|編號)/, ['{order}', '订单号是 {order}']],
    [/(手机|电话|联系方式|電話|手機)/, ['138 0000 6027', '就打下单的那个电话吧']],
    [/邮箱|电子邮件|郵箱|email/i, ['linwq@mail.example', '我发你：linwq@mail.example']],
    [/地址|寄到哪|发到哪/, ['还是原来的地址', '地址不变，跟下单时一样']],
    [/(照片|图片|拍.{0,4}(照|图)|截图)/, ['我在外面，晚点拍给你', '稍等，回家拍一张']],
    [/几(只|个|套|份)|多少(只|个|套|份)|数量/, ['先要两只', '一只就够了']],
    [/预算/, ['五百左右吧', '三五百']],
    [/(什么颜色|哪(款|个|种)|天青.*月白)/, ['天青的', '你推荐哪个？']],
    [/怎么称呼|贵姓|您姓/, ['我姓林', '免贵姓陈']]
  ],
  waits: /稍等|等一下|马上|查一下|我看一下|请等|稍候|等等|正在查|稍後/,
  greets: /^(您好|你好|在的|在|亲|嗨|hi|hello|欢迎|歡迎)/i,
  again: ['在的，就是上面那个问题', '嗯嗯，刚才问的那个', '你好，想问的在上面'],
  thanks: ['好的，谢谢', '明白了，谢谢你', '好嘞，多谢', '行，那我下单了，谢谢']
}

const taiwanese: Manner = {
  ...chinese,
  again: ['您好，就是上面的問題', '嗯，剛剛問的那個'],
  thanks: ['好的，謝謝您', '了解，感謝', '好，那我下單了，謝謝']
}

const english: Manner = {
  asks: [
    [/order (number|no|id|#)|which order|reference/i, ['{order}', "It's {order}"]],
    [/e-?mail/i, ['ruth.h@mail.example', 'Sure: ruth.h@mail.example']],
    [/phone|number to (call|reach)/i, ['07700 900142', 'E-mail is better, if you don’t mind']],
    [/address|postcode|zip/i, ['Same address as on the order', 'It’s the one in my account']],
    [/photo|picture|screenshot/i, ['I’ll take one tonight when I’m home', 'One moment, let me find it']],
    [/how many|quantity/i, ['Just two', 'One to begin with']],
    [/budget/i, ['Around £50', 'Not more than £60']],
    [/which (one|colour|color|glaze)|celadon or/i, ['The celadon', 'Which would you pick?']],
    [/your name|who am i/i, ['Ruth', 'It’s Martin']]
  ],
  waits: /one moment|a moment|let me (check|see|look)|just a sec|bear with|hold on|checking/i,
  greets: /^(hi|hello|hey|good (morning|afternoon|evening)|welcome)\b/i,
  again: ['Hi! It’s the question just above :)', 'Hello! Yes, what I wrote above'],
  thanks: ['Great, thank you!', 'That helps, thanks', 'Lovely, thanks a lot', 'Perfect, ordering now']
}

const manners: Record<Language, Manner> = { 'zh-CN': chinese, 'zh-TW': taiwanese, en: english }

/** Longer greetings say something besides. */
const longestGreeting = 24

export function reactTo(chance: Chance, language: Language, text: string, { order, isFirst }: Known): Reaction {
  const { asks, waits, greets, again } = manners[language]
  const isQuestion = /[?？]|吗|嗎|呢|麻烦|麻煩|请问|發一下|发一下|please|could you|what|which|how/i.test(text)
  const asked = isQuestion ? asks.find(([pattern]) => pattern.test(text)) : undefined
  if (asked) return { how: 'answer', text: chance.pick(asked[1]).replaceAll('{order}', order) }
  if (waits.test(text) && text.length < 60) return { how: 'wait' }
  if (isFirst && greets.test(text) && text.length <= longestGreeting) return { how: 'repeat', text: chance.pick(again) }
  return { how: 'go-on' }
}

/** The last words of somebody who has nothing more to ask. */
export function thanks(chance: Chance, language: Language): string {
  return chance.pick(manners[language].thanks)
}
