import {
  Avatar,
  Badge,
  BotAvatar,
  Chip,
  Count,
  Filter,
  Presence,
  type PresenceState,
  Tabs,
  VisitorSquare,
  type VisitorType,
  visitorTypeWord,
  Wait
} from '#views/ui/index.ts'
import { Line, Part, type TimedPartProps } from './part.tsx'
import { ago, people } from './samples.ts'

const states: readonly PresenceState[] = ['online', 'busy', 'away', 'offline']
const types: readonly VisitorType[] = ['member', 'fresh', 'intent', 'back']

export function Signs({ say, moment }: TimedPartProps) {
  return (
    <>
      <Part title={say('ui.style.signs')} rule={say('ui.style.signs_rule')}>
        <Line>
          {states.map((state) => (
            <Presence state={state} say={say} />
          ))}
        </Line>
        <Line>
          <Badge tone="jade" icon="circle-check">
            代码已生效
          </Badge>
          <Badge>售后</Badge>
          <Badge tone="amber">等候</Badge>
          <Badge tone="red">超时</Badge>
          <Badge tone="line">v1.0</Badge>
          <Badge tone="indigo">新</Badge>
          <Count n={3} label={say('ui.row.unread', { n: 3 })} />
          <Count n={2} tone="amber" label={say('layout.waiting', { n: 2 })} />
          <Count n={128} tone="plain" label={say('ui.row.unread', { n: 128 })} />
          <Wait since={ago(1, 42)} now={moment.now} lateAfter={180_000} say={say} />
          <Wait since={ago(5, 3)} now={moment.now} lateAfter={180_000} say={say} />
        </Line>
        <Line>
          {types.map((type) => (
            <span class="state">
              <VisitorSquare type={type} say={say} />
              {visitorTypeWord(type, say)}
            </span>
          ))}
        </Line>
        <Line>
          <Avatar person={people.chen} size={44} presence="online" say={say} />
          <Avatar person={people.zhou} size={40} presence="busy" say={say} />
          <Avatar person={people.xu} presence="away" say={say} />
          <Avatar person={people.amelia} presence="offline" say={say} />
          <Avatar person={people.he} size={24} titled />
          <BotAvatar />
          <Avatar person={people.chen} size={20} titled />
        </Line>
      </Part>
      <Part title={say('ui.style.tabs')}>
        <div class="wide">
          <Tabs
            label={say('layout.visitors')}
            current="all"
            tabs={[
              { key: 'all', label: '全部', href: '#all', n: 25 },
              { key: 'waiting', label: '等候接待', href: '#waiting', n: 2 },
              { key: 'long', label: '停留超过 5 分钟', href: '#long', n: 12 }
            ]}
          />
        </div>
        <Line>
          <Chip set>网站：主站</Chip>
          <Chip>来源</Chip>
          <Filter id="style-filter" name="state" label="状态" options={[{ value: 'waiting', label: '等候接待' }]} />
        </Line>
      </Part>
    </>
  )
}
