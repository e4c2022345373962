import type { Block, Term } from '#src/handbook/index.ts'
import { Icon } from '#views/ui/index.ts'
import { CodeBlock } from './code-block.tsx'
import { Inline } from './inline.tsx'
import type { Reading } from './reading.ts'

type Props<Of> = { of: Of; id: string; reading: Reading }

/** One block of a section; `id` begins the ids of what is in it. */
export function BlockView({ of, id, reading }: Props<Block>) {
  if (typeof of === 'string') {
    return (
      <p>
        <Inline text={of} reading={reading} />
      </p>
    )
  }
  if ('code' in of) return <CodeBlock id={id} code={of.code} say={reading.say} />
  if ('terms' in of) return <TermsView of={of.terms} id={id} reading={reading} />
  if ('note' in of) return <NoteView of={of.note} id={id} reading={reading} />
  if ('steps' in of) {
    return (
      <ol>
        <Items of={of.steps} id={id} reading={reading} />
      </ol>
    )
  }
  return (
    <ul>
      <Items of={of.list} id={id} reading={reading} />
    </ul>
  )
}

function Items({ of, reading }: Props<readonly string[]>) {
  return (
    <>
      {of.map((item) => (
        <li>
          <Inline text={item} reading={reading} />
        </li>
      ))}
    </>
  )
}

function NoteView({ of, reading }: Props<string>) {
  return (
    <p class="help-note">
      <Icon name="info" />
      <span>
        <Inline text={of} reading={reading} />
      </span>
    </p>
  )
}

function TermsView({ of, id, reading }: Props<readonly Term[]>) {
  return (
    <dl class="terms">
      {of.map((term, at) => (
        <TermView of={term} id={`${id}-${at}`} reading={reading} />
      ))}
    </dl>
  )
}

function TermView({ of: { name, also, says, example }, id, reading }: Props<Term>) {
  return (
    <div>
      <dt>
        <span>
          <Inline text={name} reading={reading} />
        </span>
        {also ? (
          <small>
            <Inline text={also} reading={reading} />
          </small>
        ) : null}
      </dt>
      <dd>
        <p>
          <Inline text={says} reading={reading} />
        </p>
        {example ? <CodeBlock id={id} code={example} say={reading.say} /> : null}
      </dd>
    </div>
  )
}
