import type { en } from '../en/index.ts'
import { common } from './common.ts'

export const zhCN: Record<keyof typeof en, string> = { ...common }
