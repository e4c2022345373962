import type { Child, Html } from '#jsx'
import type { Say, TextKey, Values } from '#src/texts/index.ts'

const place = '\u0001'

/** A sentence with markup at one of its places: the sentence stays whole in the dictionary. */
export function withPart(say: Say, key: TextKey, name: string, part: Html, values: Values = {}): Child {
  const [before = '', after = ''] = say(key, { ...values, [name]: place }).split(place)
  return [before, part, after]
}

/** A sentence whose `{name}` stands out. */
export function withName(say: Say, key: TextKey, name: string): Child {
  const part = (
    <b>
      <bdi dir="auto">{name}</bdi>
    </b>
  )
  return withPart(say, key, 'name', part)
}
