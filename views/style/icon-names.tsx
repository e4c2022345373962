import { Icon, type IconName, icons } from '#views/ui/index.ts'
import { Part, type PartProps } from './part.tsx'

export function IconNames({ say }: PartProps) {
  return (
    <Part title={say('ui.style.icons')} rule={say('ui.style.icons_rule')}>
      <ul class="icon-names">
        {(Object.keys(icons) as IconName[]).map((name) => (
          <li>
            <Icon name={name} size={20} />
            <span class="cut">{name}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}
