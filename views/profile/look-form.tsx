import type { Look } from '#src/people/index.ts'
import type { Say, TextKey } from '#src/texts/index.ts'
import { places } from '#views/layout/index.ts'
import { Button, ChoiceGroup, Radio } from '#views/ui/index.ts'

export type LookProps = { look: Look; say: Say }

const choices = {
  theme: ['system', 'light', 'dark'],
  density: ['tight', 'normal', 'roomy'],
  text: ['normal', 'large', 'larger']
} as const
type LookName = keyof typeof choices

const labels: Record<LookName, TextKey> = { theme: 'profile.theme', density: 'profile.density', text: 'profile.text' }

/** Colours, row height, text size: one's own, everywhere. */
export function LookForm({ look, say }: LookProps) {
  return (
    <form
      class="fields"
      id="look"
      method="post"
      action={`${places.profile}/look`}
      hx-post={`${places.profile}/look`}
      hx-swap="none"
      hx-trigger="change, submit"
    >
      <LookChoice name="theme" {...{ look, say }} />
      <LookChoice name="density" {...{ look, say }} />
      <LookChoice name="text" {...{ look, say }} />
      <noscript>
        <Button type="submit">{say('profile.apply')}</Button>
      </noscript>
    </form>
  )
}

function LookChoice({ name, look, say }: LookProps & { name: LookName }) {
  return (
    <ChoiceGroup legend={say(labels[name])} inline>
      {choices[name].map((value) => (
        <Radio name={name} value={value} checked={look[name] === value}>
          {say(`profile.${name}.${value}` as TextKey)}
        </Radio>
      ))}
    </ChoiceGroup>
  )
}
