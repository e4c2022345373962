import type { Say } from '#src/texts/index.ts'
import { fileSize } from '../file-size.tsx'
import { Icon } from '../icon.tsx'
import { IconButton } from '../icon-button.tsx'

type AttachmentProgressProps = { id: string; name: string; bytes: number; done: number; say: Say }

/** A file on its way: name, how far (0 to 1), and the way out. The script moves the bar (`data-progress`). */
export function AttachmentProgress({ id, name, bytes, done, say }: AttachmentProgressProps) {
  const share = Math.round(Math.min(1, Math.max(0, done)) * 100)
  return (
    <div class="attachment" id={id}>
      <Icon name="paperclip" size={14} />
      <bdi class="cut" title={name}>
        {name}
      </bdi>
      <span class="dim num">{fileSize(bytes, say.language)}</span>
      <progress max={100} value={share} aria-label={name} data-progress="" />
      <IconButton icon="x" size="small" iconSize={14} label={say('ui.attachment.cancel', { name })} data-cancels={id} />
    </div>
  )
}
