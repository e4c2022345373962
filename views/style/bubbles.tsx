import {
  AttachmentProgress,
  Bubble,
  Composer,
  DateDivider,
  FileCard,
  IconButton,
  Message,
  NewMessagesPill,
  Picture,
  Segments,
  type Speaker,
  SystemLine,
  TypingPreview,
  UnreadDivider
} from '#views/ui/index.ts'
import { Part, type TimedPartProps } from './part.tsx'
import { ago, names, people } from './samples.ts'

const lin: Speaker = { kind: 'visitor', name: names.lin, type: 'member' }
const mine: Speaker = { kind: 'mine' }

export function Bubbles({ say, moment, picture }: TimedPartProps & { picture: string }) {
  const when = { moment, say }
  return (
    <Part title={say('ui.style.messages')} rule={say('ui.style.messages_rule')}>
      <div class="frame wide">
        <div class="messages">
          <DateDivider {...when} at={ago(0)} />
          <SystemLine {...when} at={ago(9)}>
            <b>{people.chen.name}</b> 接待了对话，等候 24 秒
          </SystemLine>
          <Message {...when} id="style-m1" speaker={lin} at={ago(9)}>
            <Bubble text="你好，想问一下这款汝窑盖碗，开片会不会漏茶？" />
          </Message>
          <Message {...when} id="style-m2" speaker={lin} at={ago(9)} continues>
            <Bubble text="看评价里有人说用久了缝里会发黑…… https://shanjian-tea.cn/p/ru-gaiwan-tq" />
          </Message>
          <Message {...when} id="style-m3" speaker={mine} at={ago(8)} delivery="read">
            <Bubble text="不会漏的，您放心。" />
          </Message>
          <Message {...when} id="style-m4" speaker={mine} at={ago(8)} delivery="read" continues>
            <FileCard href="/f/sample" name="汝窑茶器养护说明（2026 年修订版，含景德镇窑口对照表）.pdf" bytes={1_258_291} say={say} />
          </Message>
          <Message {...when} id="style-m5" speaker={lin} at={ago(5)}>
            <Picture href={picture} width={640} height={480} name="我家的盖碗.jpg" say={say} />
          </Message>
          <Message {...when} id="style-m6" speaker={{ kind: 'bot', name: '小茶' }} at={ago(4)}>
            <Bubble text="新疆地区包邮，约 5 天送达。" />
          </Message>
          <Message {...when} id="style-m7" speaker={{ kind: 'colleague', person: people.zhou }} at={ago(3)}>
            <Bubble text="您好，我是陈屿的同事。刻字的样张我发给您看看。" />
          </Message>
          <Message {...when} id="style-m8" speaker={{ kind: 'note', name: people.xu.name }} at={ago(2)}>
            <Bubble text="天青只有 12 套现货，30 套要从景德镇调，最快 9 月 18 日到仓。" />
          </Message>
          <UnreadDivider say={say} id="style-unread" />
          <Message {...when} id="style-m9" speaker={mine} at={ago(1)} delivery="delivered" edited acts={<Acts />}>
            <Bubble text="可以的，30 套我们 9 月 18 日到仓，中秋前一定到。" />
          </Message>
          <Message {...when} id="style-m10" speaker={mine} at={ago(1)} delivery="queued">
            <Bubble text="发票可以开专票，税率 13%。" />
          </Message>
          <Message {...when} id="style-m11" speaker={mine} at={ago(1)} delivery="failed">
            <Bubble text="样张在这里。" />
          </Message>
        </div>
        <TypingPreview id="style-typing" type="member" text="如果可以开专票的话，我今天就可以" say={say} />
        <TypingPreview id="style-typing-2" type="fresh" text={null} say={say} />
        <NewMessagesPill say={say} n={3} />
        <Composer id="style-composer" action="#" label="回复林婉清" say={say} draft="可以刻字的，满 20 套免费，每面不超过 8 个字。" ways={ways(false)} />
        <Composer id="style-note" action="#" label="备注" say={say} draft="@许知远 麻烦先留 30 套" note ways={ways(true)} />
        <div class="card-body">
          <AttachmentProgress id="style-upload" name="景德镇窑口实拍（原图）.jpg" bytes={4_718_592} done={0.62} say={say} />
        </div>
      </div>
    </Part>
  )
}

function Acts() {
  return (
    <>
      <IconButton icon="copy" size="small" iconSize={14} label="复制" />
      <IconButton icon="quote" size="small" iconSize={14} label="引用" />
    </>
  )
}

function ways(note: boolean) {
  return (
    <Segments
      label="方式"
      current={note ? 'note' : 'reply'}
      segments={[
        { key: 'reply', label: '回复' },
        { key: 'note', label: '备注' }
      ]}
    />
  )
}
