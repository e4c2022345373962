import type { en } from '../en/index.ts'
import { common } from './common.ts'
import { conversations } from './conversations.ts'
import { files } from './files.ts'
import { layout } from './layout.ts'
import { ui } from './ui.ts'

export const zhCN: Record<keyof typeof en, string> = { ...common, ...conversations, ...files, ...layout, ...ui }
