import type { en } from '../en/index.ts'
import { common } from './common.ts'

export const zhTW: Record<keyof typeof en, string> = { ...common }
