import type { Child } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import { Button } from './button.tsx'
import type { Hooks } from './hooks.ts'

type DialogProps = { id: string; title: string; text?: Child; children?: Child; actions: Child; alarm?: boolean; open?: boolean } & Hooks

/**
 * A question in the way. Opened by anything with `data-opens="ID"`; Escape and every `<button formmethod="dialog">` close it. `open` shows it without a script.
 * The title is the question, the text says what stays and what goes.
 */
export function Dialog({ id, title, text, children, actions, alarm, open, ...rest }: DialogProps) {
  return (
    <dialog
      class="dialog"
      id={id}
      role={alarm ? 'alertdialog' : null}
      aria-labelledby={`${id}-title`}
      aria-describedby={text ? `${id}-text` : null}
      open={open}
      data-dialog=""
      {...rest}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      {text ? <p id={`${id}-text`}>{text}</p> : null}
      {children}
      <div class="actions">{actions}</div>
    </dialog>
  )
}

type ConfirmProps = { id: string; title: string; text: Child; act: string; action: string; say: Say; fields?: Child; open?: boolean; children?: Child } & Hooks

/** The confirming dialog of something that destroys: a form that posts to `action` (with `fields`, the hidden ones of every form); the focus is on 取消. */
export function ConfirmDialog({ id, title, text, act, action, say, fields, open, children, ...rest }: ConfirmProps) {
  const actions = (
    <>
      <Button autofocus formmethod="dialog" formnovalidate type="submit">
        {say('common.cancel')}
      </Button>
      <Button kind="alarm" type="submit">
        {act}
      </Button>
    </>
  )
  return (
    <dialog class="dialog" id={id} role="alertdialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`} open={open} data-dialog="">
      <form method="post" action={action} {...rest}>
        {fields}
        <h2 id={`${id}-title`}>{title}</h2>
        <p id={`${id}-text`}>{text}</p>
        {children}
        <div class="actions">{actions}</div>
      </form>
    </dialog>
  )
}
