import type { Language } from '#src/texts/index.ts'

/** Somebody who works in the demo. Whoever has no page open speaks by the screenplay, if `plays`. */
export type Colleague = {
  nickname: string
  role: 'owner' | 'administrator' | 'agent'
  email: string
  phone: string
  /** Begins with the town: Jingdezhen, Taipei, London. */
  jobNumber: string
  language: Language
  timeZone: string
  address: string
  status: 'online' | 'busy' | 'away'
  portrait: 'cup' | 'hills' | 'teapot' | null
  plays: boolean
  /** Whose conversations they take. */
  speaks: readonly Language[]
}

const jingdezhen = { timeZone: 'Asia/Shanghai', address: '59.53.162.18', language: 'zh-CN' as const }

/** The first is the owner. Phone numbers are of ranges that nobody is given. */
export const staff: readonly Colleague[] = [
  {
    ...jingdezhen,
    nickname: '陈屿',
    role: 'owner',
    email: 'chenyu@shanjian-tea.example',
    phone: '+8613800000101',
    jobNumber: 'JDZ-01',
    status: 'online',
    portrait: null,
    plays: false,
    speaks: ['zh-CN', 'en']
  },
  {
    ...jingdezhen,
    nickname: '许知远',
    role: 'administrator',
    email: 'xuzhiyuan@shanjian-tea.example',
    phone: '+8613800000102',
    jobNumber: 'JDZ-02',
    status: 'online',
    portrait: 'hills',
    plays: true,
    speaks: ['zh-CN']
  },
  {
    ...jingdezhen,
    nickname: '周宁',
    role: 'agent',
    email: 'zhouning@shanjian-tea.example',
    phone: '+8613800000105',
    jobNumber: 'JDZ-05',
    status: 'busy',
    portrait: 'cup',
    plays: true,
    speaks: ['zh-CN', 'zh-TW']
  },
  {
    nickname: '林采薇',
    role: 'agent',
    email: 'caiwei@shanjian-tea.example',
    phone: '+886900000107',
    jobNumber: 'TPE-07',
    language: 'zh-TW',
    timeZone: 'Asia/Taipei',
    address: '1.34.195.77',
    status: 'online',
    portrait: null,
    plays: true,
    speaks: ['zh-TW']
  },
  {
    nickname: 'Emily Carter',
    role: 'agent',
    email: 'emily@shanjian-tea.example',
    phone: '+447700900109',
    jobNumber: 'LON-09',
    language: 'en',
    timeZone: 'Europe/London',
    address: '185.38.202.31',
    status: 'online',
    portrait: 'teapot',
    plays: true,
    speaks: ['en']
  }
]
