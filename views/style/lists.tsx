import { Button, Cell, ConversationRow, Head, ListSection, Name, QueueCard, Table, Trail, VisitorSquare, type VisitorType } from '#views/ui/index.ts'
import { Part, type TimedPartProps } from './part.tsx'
import { ago, names, people } from './samples.ts'

export function Lists({ say, moment }: TimedPartProps) {
  const row = { moment, say, href: '#' } as const
  return (
    <Part title={say('ui.style.lists')} rule={say('ui.style.lists_rule')}>
      <div class="two">
        <div class="frame frame-canvas">
          <ListSection icon="hand" title="等候接待" n={2} />
          <ul>
            <QueueCard
              id="style-q1"
              href="#"
              name={names.foshan}
              type="intent"
              since={ago(1, 42)}
              now={moment.now}
              lateAfter={180_000}
              last="有没有适合送领导的茶礼，预算五六百"
              say={say}
              act={accept(true)}
            />
            <QueueCard
              id="style-q2"
              href="#"
              name={names.margaret}
              type="fresh"
              since={ago(0, 18)}
              now={moment.now}
              last="Do you ship to the UK?"
              say={say}
              act={accept(false)}
            />
          </ul>
          <ListSection title="我的对话" n="5 / 8" />
          <ul>
            <ConversationRow {...row} id="style-c1" name={names.lin} type="member" at={ago(0)} last={{ kind: 'typing', text: '如果可以开专票的话' }} current />
            <ConversationRow
              {...row}
              id="style-c2"
              name={names.inn}
              type="back"
              at={ago(2)}
              last={{ kind: 'said', text: '那就先要两饼 2019 年的，月底一起结' }}
              unread={3}
            />
            <ConversationRow {...row} id="style-c3" name={names.chengdu} type="fresh" at={ago(5)} last={{ kind: 'draft', text: '您好，这款壶是手工全' }} />
            <ConversationRow
              {...row}
              id="style-c4"
              name="何以安"
              type="intent"
              at={ago(21)}
              last={{ kind: 'said', text: '这个颜色和网页上差得有点多' }}
              delivery="read"
            />
            <ConversationRow
              {...row}
              id="style-c5"
              name="Daniel Okafor"
              type="member"
              at={ago(1500)}
              last={{ kind: 'said', text: 'Thanks, I’ll wait for the tracking number.' }}
              delivery="sent"
            />
            <ConversationRow
              {...row}
              id="style-c6"
              name={names.hangzhou}
              type="back"
              at={ago(60 * 24 * 4)}
              last={{ kind: 'said', text: '好的，我拍下了' }}
              colleague={people.zhou}
            />
          </ul>
        </div>
        <div class="frame">
          <Table id="style-table" label={say('layout.visitors')} widths={[null, 90, 76]} head={heads()}>
            <Row name={names.lin} type="member" place="福建厦门" stay="10:25" chosen say={say} />
            <Row name={names.margaret} type="fresh" place="英国" stay="2:14" say={say} />
            <Row name={names.wuhan} type="back" place="湖北武汉" stay="7:29" say={say} />
          </Table>
          <div class="card-body">
            <Trail
              now={moment.now}
              say={say}
              pages={[
                { title: '宋式汝窑盖碗 · 天青', href: null, dwell: 0, since: ago(6, 12), current: true },
                { title: '茶器养护 — 汝窑为什么会开片', href: 'https://shanjian-tea.cn/care', dwell: 167_000 },
                { title: '茶器 · 盖碗（按价格排序）', href: null, dwell: 65_000 },
                { title: '首页', href: null, dwell: 21_000, note: '10:31 进入 · 百度搜索' }
              ]}
            />
          </div>
        </div>
      </div>
    </Part>
  )
}

function accept(first: boolean) {
  return (
    <Button kind={first ? 'primary' : 'default'} size="small">
      接待
    </Button>
  )
}

function heads() {
  return (
    <>
      <Head>访客</Head>
      <Head>地区</Head>
      <Head end href="#" sorted="descending">
        停留
      </Head>
    </>
  )
}

function Row({
  name,
  type,
  place,
  stay,
  chosen,
  say
}: { name: string; type: VisitorType; place: string; stay: string; chosen?: boolean } & Pick<TimedPartProps, 'say'>) {
  return (
    <tr aria-current={chosen ? 'true' : null}>
      <Cell>
        <span class="row">
          <VisitorSquare type={type} size={22} say={say} />
          <Name text={name} />
        </span>
      </Cell>
      <Cell>{place}</Cell>
      <Cell end>{stay}</Cell>
    </tr>
  )
}
