import type { Slug, Write } from '../chapter.ts'
import { about } from './about.ts'
import { answering } from './answering.ts'
import { codeLine } from './code-line.ts'
import { firstSteps } from './first-steps.ts'
import { people } from './people.ts'
import { running } from './running.ts'
import { socket } from './socket.ts'

export const zhCN: Record<Slug, Write> = {
  'first-steps': firstSteps,
  'code-line': codeLine,
  answering,
  people,
  running,
  socket,
  about
}
