import type { Child } from '#jsx'
import type { Say, TextKey, Values } from '#src/texts/index.ts'

const place = '\u0001'

/** A sentence whose `{name}` stands out: the sentence stays whole in the dictionary, the name is set into it. */
export function withName(say: Say, key: TextKey, name: string, values: Values = {}): Child {
  const [before = '', after = ''] = say(key, { ...values, name: place }).split(place)
  return [
    before,
    <b>
      <bdi dir="auto">{name}</bdi>
    </b>,
    after
  ]
}
