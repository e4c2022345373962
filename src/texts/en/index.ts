import { common } from './common.ts'
import { layout } from './layout.ts'
import { ui } from './ui.ts'

export const en = { ...common, ...layout, ...ui }
