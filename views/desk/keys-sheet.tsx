import type { Say, TextKey } from '#src/texts/index.ts'
import { Button, Dialog, KeyHint } from '#views/ui/index.ts'

const keys: readonly { keys: readonly string[]; does: TextKey }[] = [
  { keys: ['j', 'Alt ↓'], does: 'desk.keys.next' },
  { keys: ['k', 'Alt ↑'], does: 'desk.keys.previous' },
  { keys: ['Enter', 'Ctrl Enter'], does: 'desk.keys.send' },
  { keys: ['Shift Enter'], does: 'desk.keys.new_line' },
  { keys: ['Alt A'], does: 'desk.keys.accept' },
  { keys: ['Alt W'], does: 'desk.keys.close' },
  { keys: ['/'], does: 'desk.keys.search' },
  { keys: ['Esc'], does: 'desk.keys.back' },
  { keys: ['?'], does: 'desk.keys.help' }
]

/** What the keyboard can do, behind `?`. */
export function KeysSheet({ say }: { say: Say }) {
  return (
    <Dialog
      id="keys"
      title={say('desk.keys')}
      actions={
        <form method="dialog">
          <Button type="submit">{say('common.close')}</Button>
        </form>
      }
    >
      <dl class="keys-list">
        {keys.map(({ keys, does }) => (
          <>
            <dt>
              {keys.map((key) => (
                <KeyHint keys={key} />
              ))}
            </dt>
            <dd>{say(does)}</dd>
          </>
        ))}
      </dl>
    </Dialog>
  )
}
