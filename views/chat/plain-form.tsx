import type { Say } from '#src/texts/index.ts'
import { Icon } from '#views/ui/index.ts'

type Field = 'text' | 'name' | 'phone' | 'email'

export type PlainFormProps = {
  say: Say
  action: string
  /** Made by the server for this form, so that sending it twice leaves one message. */
  messageKey: string
  asks: Record<'name' | 'email' | 'phone', 'off' | 'optional' | 'required'>
  typed?: Partial<Record<Field, string>>
  /** What is wrong, by field, in words. */
  faults?: Partial<Record<Field, string>>
  /** The message was left. */
  isDone?: boolean
}

/** Leaving a message without any script: an ordinary form, with the same questions and hints. */
export function PlainForm({ say, action, messageKey, asks, typed = {}, faults = {}, isDone = false }: PlainFormProps) {
  if (isDone) return <PlainDone say={say} />
  const reach = asks.phone === 'off' ? 'email' : 'phone'
  const fields = (['text', 'name', 'phone', 'email'] as const).filter((field) => field === 'text' || asks[field] !== 'off')
  return (
    <form class="kf-form kf-plain" method="post" action={action}>
      <h1>{say('chat.form.title')}</h1>
      <p>{say('chat.form.plain')}</p>
      <input type="hidden" name="key" value={messageKey} />
      {fields.map((field) => (
        <PlainField
          say={say}
          field={field}
          isNeeded={field === 'text' || asks[field] === 'required'}
          value={typed[field] ?? ''}
          fault={faults[field]}
          hint={field === reach ? say('chat.form.reach') : undefined}
        />
      ))}
      <button class="kf-submit" type="submit">
        {say('chat.form.send')}
      </button>
    </form>
  )
}

type PlainFieldProps = { say: Say; field: Field; isNeeded: boolean; value: string; fault?: string; hint?: string }

function PlainField({ say, field, isNeeded, value, fault, hint }: PlainFieldProps) {
  const shared = {
    class: 'kf-input',
    id: `kf-${field}`,
    name: field,
    required: isNeeded,
    'aria-invalid': fault ? 'true' : undefined,
    'aria-describedby': `kf-${field}-hint`
  }
  const types = { name: 'text', phone: 'tel', email: 'email' } as const
  const longest = { name: 80, phone: 40, email: 254 } as const
  return (
    <div class="kf-field">
      <label for={`kf-${field}`}>
        {say(`chat.form.${field}`)}
        {isNeeded ? (
          <span class="kf-need" aria-hidden="true">
            *
          </span>
        ) : null}
      </label>
      {field === 'text' ? (
        <textarea {...shared} rows={5} maxlength={8000}>
          {value}
        </textarea>
      ) : (
        <input {...shared} type={types[field]} autocomplete={field === 'phone' ? 'tel' : field} maxlength={longest[field]} value={value} />
      )}
      <span class={fault ? 'kf-error' : 'kf-hint'} id={`kf-${field}-hint`}>
        {fault ? <Icon name="circle-alert" /> : null}
        {fault ?? hint ?? ''}
      </span>
    </div>
  )
}

function PlainDone({ say }: { say: Say }) {
  return (
    <div class="kf-done" role="status">
      <Icon name="check" />
      <h1>{say('chat.form.done')}</h1>
      <p>{say('chat.form.done_why')}</p>
    </div>
  )
}
