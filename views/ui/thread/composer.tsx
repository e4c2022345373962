import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import { Button } from '../button.tsx'
import type { Hooks } from '../hooks.ts'
import { IconButton } from '../icon-button.tsx'
import { KeyHint } from '../key-hint.tsx'

type ComposerProps = {
  id?: string
  action: string
  label: string
  say: Say
  draft?: string
  /** The hidden fields of every form (the one against forgery, the conversation). */
  fields?: Child
  /** More tools after emoji, picture, file; and what stands at the end of their line (reply or note). */
  tools?: Child
  ways?: Child
  note?: boolean
  disabled?: boolean
  placeholder?: string
} & Hooks

/**
 * Where one answers: tools, the text (2 to 8 lines, grown by the script), keys and the send button. It is an ordinary form with `text` in it.
 * Hooks: `data-composer` (form), `data-composer-text`, `data-composer-state` (草稿已保存), `data-tool="emoji|picture|file"`.
 */
export function Composer({ id = 'composer', action, label, say, draft = '', fields, tools, ways, note, disabled, placeholder, ...rest }: ComposerProps) {
  return (
    <form class={note ? 'composer composer-note' : 'composer'} id={id} method="post" action={action} data-composer="" hx-morph-skip="" {...rest}>
      {fields}
      <ComposerTools id={id} say={say} tools={tools} ways={ways} />
      <div class="composer-attached" id={`${id}-attached`} data-composer-attached="" />
      <textarea
        class="composer-text"
        id={`${id}-text`}
        name="text"
        rows={2}
        maxlength={8000}
        aria-label={label}
        placeholder={placeholder}
        disabled={disabled}
        data-composer-text=""
      >
        {`\n${draft}`}
      </textarea>
      <div class="composer-foot">
        <span class="composer-keys cut">
          <KeyHint keys="Enter" /> {say('ui.composer.send')} <KeyHint keys="Shift Enter" /> {say('ui.composer.new_line')}
        </span>
        <span class="composer-state cut" role="status" data-composer-state="" />
        <Button type="submit" kind="primary" icon="send-horizontal" disabled={disabled}>
          {say('ui.composer.send')}
        </Button>
      </div>
    </form>
  )
}

function ComposerTools({ id, say, tools, ways }: Pick<ComposerProps, 'id' | 'say' | 'tools' | 'ways'>) {
  return (
    <div class="composer-tools">
      <IconButton icon="smile" size="small" iconSize={18} label={say('ui.composer.emoji')} data-tool="emoji" aria-controls={`${id}-text`} />
      <IconButton icon="image" size="small" iconSize={18} label={say('ui.composer.picture')} data-tool="picture" />
      <IconButton icon="paperclip" size="small" iconSize={18} label={say('ui.composer.file')} data-tool="file" />
      {tools}
      <span class="grow" />
      {ways}
    </div>
  )
}
