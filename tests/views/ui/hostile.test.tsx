import { describe, expect, test } from 'bun:test'
import type { Html } from '#jsx'
import { languages, say as sayIn } from '#src/texts/index.ts'
import * as ui from '#views/ui/index.ts'
import { dangers, elementsOf, hostile } from './hostile.ts'

const say = sayIn('zh-CN')
const moment: ui.Moment = { now: 1_789_000_000_000, zone: 'Asia/Shanghai' }

/** Each part with the same string wherever somebody's text can stand. */
const parts: Record<string, (text: string) => Html> = {
  Arrival: (text) => <ui.Arrival id="a" type="fresh" title={text} under={text} facts={[{ name: text, value: text, title: text }]} acts={text} say={say} />,
  Avatar: (text) => <ui.Avatar person={{ id: 1, name: text, picture: text }} titled presence="online" say={say} />,
  'Avatar without a picture': (text) => <ui.Avatar person={{ id: 1, name: text }} titled />,
  AttachmentProgress: (text) => <ui.AttachmentProgress id="a" name={text} bytes={1} done={0.5} say={say} />,
  Badge: (text) => <ui.Badge>{text}</ui.Badge>,
  Banner: (text) => (
    <ui.Banner tone="red" icon="info" act={text}>
      {text}
    </ui.Banner>
  ),
  Brand: (text) => <ui.Brand name={text} />,
  Bubble: (text) => <ui.Bubble text={text} />,
  Button: (text) => (
    <ui.Button title={text} value={text} data-name={text}>
      {text}
    </ui.Button>
  ),
  Card: (text) => <ui.Card title={text}>{text}</ui.Card>,
  CardSection: (text) => (
    <ui.CardSection title={text} beside={text}>
      {text}
    </ui.CardSection>
  ),
  Cell: (text) => <ui.Cell title={text}>{text}</ui.Cell>,
  Checkbox: (text) => (
    <ui.Checkbox name="a" value={text} hint={text}>
      {text}
    </ui.Checkbox>
  ),
  ChoiceGroup: (text) => <ui.ChoiceGroup legend={text}>{text}</ui.ChoiceGroup>,
  Chip: (text) => (
    <ui.Chip set value={text}>
      {text}
    </ui.Chip>
  ),
  'Chip as a link': (text) => <ui.Chip href={text}>{text}</ui.Chip>,
  CodeLine: (text) => <ui.CodeLine id="a" code={text} say={say} />,
  Composer: (text) => <ui.Composer action={text} label={text} draft={text} placeholder={text} say={say} />,
  ConfirmDialog: (text) => <ui.ConfirmDialog id="a" title={text} text={text} act={text} action={text} say={say} />,
  ConversationRow: (text) => (
    <ui.ConversationRow
      id="a"
      href={text}
      name={text}
      type="member"
      at={0}
      moment={moment}
      say={say}
      last={{ kind: 'draft', text }}
      colleague={{ id: 1, name: text }}
    />
  ),
  Dialog: (text) => <ui.Dialog id="a" title={text} text={text} actions={text} />,
  Drawer: (text) => (
    <ui.Drawer id="a" title={text} say={say} foot={text}>
      {text}
    </ui.Drawer>
  ),
  EmptyState: (text) => (
    <ui.EmptyState drawing="tea" title={text}>
      {text}
    </ui.EmptyState>
  ),
  ErrorState: (text) => <ui.ErrorState title={text} text={text} number={text} say={say} />,
  Facts: (text) => <ui.Facts facts={[{ name: text, value: text }]} />,
  Field: (text) => <ui.Field id="a" label={text} value={text} placeholder={text} hint={text} />,
  'Field with an error': (text) => <ui.Field id="a" label={text} value={text} error={text} optional={text} />,
  FileCard: (text) => <ui.FileCard href={text} name={text} bytes={1} note={text} say={say} />,
  'FileCard with an ending': (text) => <ui.FileCard href={text} name={`${text}.png`} bytes={1} say={say} />,
  Filter: (text) => <ui.Filter id="a" name="a" label={text} value={text} options={[{ value: text, label: text }]} />,
  FormSection: (text) => (
    <ui.FormSection title={text} text={text}>
      {text}
    </ui.FormSection>
  ),
  Head: (text) => (
    <ui.Head href={text} sorted="ascending">
      {text}
    </ui.Head>
  ),
  IconButton: (text) => <ui.IconButton icon="x" label={text} href={text} />,
  KeyHint: (text) => <ui.KeyHint keys={text} />,
  LinkButton: (text) => (
    <ui.LinkButton href={text} title={text}>
      {text}
    </ui.LinkButton>
  ),
  ListSection: (text) => <ui.ListSection title={text} n={text} />,
  Menu: (text) => (
    <ui.Menu id="a" label={text} summary={text} title={text}>
      <ui.MenuItem href={text} keys={text}>
        {text}
      </ui.MenuItem>
      <ui.MenuItem value={text}>{text}</ui.MenuItem>
    </ui.Menu>
  ),
  Message: (text) => (
    <ui.Message id="a" speaker={{ kind: 'visitor', name: text, type: 'member' }} at={0} moment={moment} say={say} language={text} acts={text}>
      <ui.Bubble text={text} />
    </ui.Message>
  ),
  'Message of a colleague': (text) => (
    <ui.Message id="a" speaker={{ kind: 'colleague', person: { id: 1, name: text, picture: text } }} at={0} moment={moment} say={say} />
  ),
  'Message that is a note': (text) => <ui.Message id="a" speaker={{ kind: 'note', name: text }} at={0} moment={moment} say={say} />,
  Name: (text) => <ui.Name text={text} />,
  Picture: (text) => <ui.Picture href={text} thumbnail={text} name={text} say={say} />,
  QueueCard: (text) => <ui.QueueCard id="a" href={text} name={text} type="fresh" since={0} now={1} last={text} say={say} act={text} />,
  SaveBar: (text) => <ui.SaveBar say={say} note={text} save={text} />,
  SearchField: (text) => <ui.SearchField label={text} value={text} shortcut={text} />,
  Segments: (text) => <ui.Segments label={text} current="a" segments={[{ key: 'a', label: text }]} />,
  Select: (text) => <ui.Select id="a" label={text} value={text} options={[{ value: text, label: text }]} hint={text} />,
  Steps: (text) => <ui.Steps label={text} at={0} steps={[text]} />,
  SwitchRow: (text) => <ui.SwitchRow id="a" label={text} hint={text} />,
  SystemLine: (text) => (
    <ui.SystemLine at={0} moment={moment} say={say}>
      {text}
    </ui.SystemLine>
  ),
  Table: (text) => (
    <ui.Table label={text} head={text} foot={text}>
      {text}
    </ui.Table>
  ),
  Tabs: (text) => <ui.Tabs label={text} current="a" tabs={[{ key: 'a', label: text, href: text }]} />,
  Textarea: (text) => <ui.Textarea id="a" label={text} value={text} placeholder={text} error={text} />,
  Tile: (text) => <ui.Tile name={text} figure={text} unit={text} difference={{ way: 'up', good: true, text, than: text }} />,
  Toast: (text) => <ui.Toast text={text} say={say} act={text} />,
  Trail: (text) => <ui.Trail now={1} say={say} pages={[{ title: text, href: text, dwell: 1, note: text }]} />,
  TypingPreview: (text) => <ui.TypingPreview type="fresh" text={text} say={say} />
}

describe('nothing a stranger writes becomes markup in', () => {
  for (const [name, part] of Object.entries(parts)) {
    test(name, () => {
      const harmless = elementsOf(String(part('harmless'))).map(({ tag }) => tag)
      for (const text of hostile) {
        const markup = String(part(text))
        expect(dangers(markup)).toEqual([])
        expect(new Set(elementsOf(markup).map(({ tag }) => tag)).difference(new Set([...harmless, 'img', 'span'])).size).toBe(0)
      }
    })
  }
})

test('every part that shows text is tried here', () => {
  const withoutText = [
    'ArrivalCorner',
    'Bar',
    'BotAvatar',
    'Count',
    'DateDivider',
    'DeliveryMark',
    'Dot',
    'Drawing',
    'Duration',
    'FieldError',
    'FieldFrame',
    'FileSize',
    'Foot',
    'Icon'
  ]
  const made = [
    ...withoutText,
    'LinkedText',
    'Mark',
    'MenuItem',
    'MenuList',
    'NewMessagesPill',
    'Pair',
    'Presence',
    'PresenceMark',
    'Radio',
    'SelectBox',
    'Switch',
    'Tiles',
    'Time'
  ]
  const known = [...made, 'ToastRegion', 'TypingDots', 'UnreadDivider', 'VisitorSquare', 'Wait', ...Object.keys(parts)]
  expect(Object.keys(ui).filter((name) => /^[A-Z]/.test(name) && !known.includes(name))).toEqual([])
})

test('what a visitor wrote stands where htmx looks at nothing, with its own direction', () => {
  for (const part of [parts.Bubble, parts.TypingPreview]) {
    const body = elementsOf(String(part?.('مرحبا'))).find(({ tag }) => tag === 'bdi')
    expect(body?.attributes).toEqual([
      ['dir', 'auto'],
      ['hx-ignore', '']
    ])
  }
})

test('a name that is cut can be read whole', () => {
  const name = '厦门鼓浪屿听海民宿（采购 王经理）'
  expect(String(<ui.Name text={name} />)).toBe(`<span class="cut" title="${name}"><bdi dir="auto">${name}</bdi></span>`)
})

test('a file shows its true ending, however long its name', () => {
  expect(String(<ui.FileCard href="/f/1" name={`${'x'.repeat(140)}.exe`} bytes={1} say={say} />)).toContain('<bdi>.exe</bdi>')
})

test('a text area keeps a first empty line', () => {
  expect(String(<ui.Textarea id="a" label="a" value={'\n二'} />)).toContain('>\n\n二</textarea>')
})

test('every part speaks every language', () => {
  for (const language of languages) {
    const markup = String(<ui.Composer action="/a" label="a" say={sayIn(language)} />)
    expect(markup).not.toContain('ui.')
  }
})
