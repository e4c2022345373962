import type { en } from '../en/index.ts'
import { common } from './common.ts'
import { layout } from './layout.ts'
import { ui } from './ui.ts'

export const zhTW: Record<keyof typeof en, string> = { ...common, ...layout, ...ui }
