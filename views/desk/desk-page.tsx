import type { Child } from '#jsx'
import { Shell, type ShellProps, Workbench } from '#views/layout/index.ts'
import type { Moment } from '#views/ui/index.ts'
import { KeysSheet } from './keys-sheet.tsx'
import { Templates } from './templates.tsx'

type DeskPageProps = Omit<ShellProps, 'section' | 'front' | 'title' | 'children'> & {
  title: string
  list: Child
  /** The open conversation: thread and card; without one the place is told what it is for. */
  thread: Child
  card: Child | null
  isOpen: boolean
  moment: Moment
}

/** The whole desk: list, thread, card. On a phone an open conversation is in front of its list. */
export function DeskPage({ title, list, thread, card, isOpen, moment, ...shell }: DeskPageProps) {
  const { say } = shell
  return (
    <Shell {...shell} title={title} section="conversations" front={isOpen ? 'thread' : 'list'}>
      <Workbench list={list} thread={thread} card={card} labels={{ list: say('desk.list'), thread: say('desk.thread'), card: say('desk.card') }} />
      <Templates say={say} moment={moment} />
      <KeysSheet say={say} />
    </Shell>
  )
}
