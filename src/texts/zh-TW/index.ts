import type { en } from '../en/index.ts'
import { chat } from './chat.ts'
import { common } from './common.ts'
import { conversations } from './conversations.ts'
import { doctor } from './doctor.ts'
import { errors } from './errors.ts'
import { files } from './files.ts'
import { layout } from './layout.ts'
import { login } from './login.ts'
import { people } from './people.ts'
import { setup } from './setup.ts'
import { sites } from './sites.ts'
import { terminal } from './terminal.ts'
import { ui } from './ui.ts'

export const zhTW: Record<keyof typeof en, string> = {
  ...chat,
  ...common,
  ...conversations,
  ...doctor, ...errors,
  ...files,
  ...layout,
  ...login,
  ...people,
  ...setup,
  ...sites,
  ...terminal,
  ...ui
}
