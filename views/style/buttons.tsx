import { Button, IconButton, KeyHint, Segments } from '#views/ui/index.ts'
import { Line, Part, type PartProps } from './part.tsx'

export function Buttons({ say }: PartProps) {
  return (
    <Part title={say('ui.style.buttons')} rule={say('ui.style.buttons_rule')}>
      <Line>
        <Button kind="primary">{say('common.save')}</Button>
        <Button kind="primary" icon="hand">
          接待
        </Button>
        <Button>{say('common.cancel')}</Button>
        <Button icon="copy">{say('common.copy')}</Button>
        <Button kind="ghost">{say('common.back')}</Button>
        <Button kind="soft">查看</Button>
        <Button pressed>{say('common.add')}</Button>
        <Button kind="danger" icon="trash-2">
          {say('common.delete')}……
        </Button>
        <Button kind="alarm">{say('common.delete')}</Button>
        <Button disabled>{say('common.save')}</Button>
        <Button busy>{say('common.save')}</Button>
      </Line>
      <Line>
        <Button size="small">28</Button>
        <Button>32</Button>
        <Button size="large" kind="primary">
          40
        </Button>
        <IconButton icon="smile" label={say('ui.composer.emoji')} />
        <IconButton icon="paperclip" label={say('ui.composer.file')} />
        <IconButton icon="bell" label={say('layout.settings.notifications')} pressed />
        <Segments
          label={say('ui.style.buttons')}
          current="reply"
          segments={[
            { key: 'reply', label: '回复' },
            { key: 'note', label: '备注' }
          ]}
        />
        <KeyHint keys="Ctrl K" />
        <Button data-demo="focus">{say('ui.style.focus')}</Button>
      </Line>
    </Part>
  )
}
