import type { Face, Moment } from '#views/ui/index.ts'

/*
 * A tea shop on one morning: long names, two scripts, a colleague on another continent. Not texts of ours but what people
 * typed, so it is the same in every language.
 */

const minute = 60_000

/** Thursday, 10 September 2026, 10:42 in Shanghai. */
export const sampleMoment: Moment = { now: Date.UTC(2026, 8, 10, 2, 42, 12), zone: 'Asia/Shanghai' }

export function ago(minutes: number, seconds = 0): number {
  return sampleMoment.now - minutes * minute - seconds * 1000
}

export const people = {
  chen: { id: 1, name: '陈屿' },
  zhou: { id: 2, name: '周听澜' },
  xu: { id: 3, name: '许知远' },
  amelia: { id: 4, name: 'Amelia Whitcombe-Hargreaves' },
  he: { id: 5, name: '何小满' }
} satisfies Record<string, Face>

export const names = {
  lin: '林婉清',
  inn: '厦门鼓浪屿听海民宿（采购 王经理）',
  foshan: '佛山访客 6107',
  chengdu: '成都访客 4821',
  hangzhou: '杭州访客 3390',
  wuhan: '武汉访客 2241',
  margaret: 'Margaret Fairweather-Jones'
} as const

export const codeLine = '<script async src="https://kefu.shanjian-tea.cn/w.js" data-site="s_8fKq2mVx"></script>'
