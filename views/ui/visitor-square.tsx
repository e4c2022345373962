import type { Say, TextKey } from '#src/texts/index.ts'
import { classes } from './hooks.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

/** What one should know before the first word: a known member, somebody about to buy, a first visit, somebody who has been here before. */
export type VisitorType = 'member' | 'intent' | 'fresh' | 'back'

const types: Record<VisitorType, { icon: IconName; word: TextKey }> = {
  member: { icon: 'badge-check', word: 'ui.visitor.member' },
  intent: { icon: 'target', word: 'ui.visitor.intent' },
  fresh: { icon: 'sparkles', word: 'ui.visitor.fresh' },
  back: { icon: 'history', word: 'ui.visitor.back' }
}

export function visitorTypeWord(type: VisitorType, say: Say): string {
  return say(types[type].word)
}

/** A visitor: square, carrying the type. */
export function VisitorSquare({ type, size = 32, say }: { type: VisitorType; size?: 22 | 32 | 44; say: Say }) {
  const word = visitorTypeWord(type, say)
  return (
    <span class={classes('vtype', `vtype-${type}`, size === 22 && 'vtype-sm', size === 44 && 'vtype-lg')} title={word}>
      <Icon name={types[type].icon} size={size === 22 ? 14 : size === 44 ? 22 : 16} />
      <span class="sr">{word}</span>
    </span>
  )
}
