import type { Language } from '#src/texts/index.ts'
import type { Stage } from './stage.ts'

/** One look into the field while somebody types. */
const lookEvery = 420
const signsPerSecond: Record<Language, number> = { 'zh-CN': 4, 'zh-TW': 4, en: 9 }
const [shortest, longest] = [900, 11_000]

/** Types a text as people do, a few signs at a time; `show` gets the field as it stands, `done` comes when it is whole. Gives what breaks it off. */
export function type(stage: Stage, text: string, language: Language, show: (field: string) => void, done: () => void): () => void {
  const signs = [...text]
  const takes = Math.min(longest, Math.max(shortest, (signs.length / signsPerSecond[language]) * 1_000 * stage.chance.between(0.8, 1.3)))
  let typed = 0
  let stop = stage.later(stage.chance.between(150, 500), step)

  function step(): void {
    typed += lookEvery
    if (typed >= takes) {
      stop = stage.later(stage.chance.between(150, 700), done)
      return
    }
    show(signs.slice(0, Math.ceil((typed / takes) * signs.length)).join(''))
    stop = stage.later(lookEvery, step)
  }
  return () => stop()
}
