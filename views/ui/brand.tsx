import { Mark } from './mark.tsx'
import { Name } from './name.tsx'

/** Mark and name, over the login form and on papers of ours. */
export function Brand({ name }: { name: string }) {
  return (
    <div class="brand">
      <Mark />
      <Name text={name} />
    </div>
  )
}
