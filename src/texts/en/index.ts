import { chat } from './chat.ts'
import { common } from './common.ts'
import { conversations } from './conversations.ts'
import { demo } from './demo.ts'
import { desk } from './desk.ts'
import { doctor } from './doctor.ts'
import { errors } from './errors.ts'
import { files } from './files.ts'
import { help } from './help.ts'
import { layout } from './layout.ts'
import { left } from './left.ts'
import { login } from './login.ts'
import { people } from './people.ts'
import { profile } from './profile.ts'
import { setup } from './setup.ts'
import { sites } from './sites.ts'
import { terminal } from './terminal.ts'
import { ui } from './ui.ts'
import { visitors } from './visitors.ts'

export const en = {
  ...chat,
  ...common,
  ...conversations,
  ...demo,
  ...desk,
  ...doctor,
  ...errors,
  ...files,
  ...help,
  ...layout,
  ...left,
  ...login,
  ...people,
  ...profile,
  ...setup,
  ...sites,
  ...terminal,
  ...ui,
  ...visitors
}
