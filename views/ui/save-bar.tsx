import type { Say } from '#src/texts/index.ts'
import { Button } from './button.tsx'

type SaveBarProps = { say: Say; form?: string; note?: string; save?: string; id?: string }

/** At the foot of a settings form, always in reach. `form` is the form's id when the bar stands outside it. The script fills `note` and hides the bar while nothing has changed. */
export function SaveBar({ say, form, note = '', save, id }: SaveBarProps) {
  return (
    <div class="savebar" id={id} data-save-bar="" data-form={form}>
      <span class="savebar-note" role="status" data-save-note="">
        {note}
      </span>
      <Button type="reset" form={form}>
        {say('ui.form.discard')}
      </Button>
      <Button type="submit" kind="primary" form={form}>
        {save ?? say('common.save')}
      </Button>
    </div>
  )
}
