import {
  Arrival,
  Avatar,
  Banner,
  Button,
  ConfirmDialog,
  Drawer,
  type Fact,
  Facts,
  MenuItem,
  MenuList,
  PresenceMark,
  Toast,
  ToastRegion
} from '#views/ui/index.ts'
import { Part, type PartProps } from './part.tsx'
import { people } from './samples.ts'

const arrived: readonly Fact[] = [
  { name: '渠道', value: '百度搜索' },
  { name: '关键词', value: '茶具 套装 送礼' },
  { name: '页面', value: '首页' },
  { name: '来访', value: '第一次，没有对话过' }
]

export function Floating({ say }: PartProps) {
  return (
    <Part title={say('ui.style.floating')} rule={say('ui.style.floating_rule')}>
      <div class="three">
        <MenuList>
          <MenuItem icon="arrow-right-left" keys="T">
            转接给同事
          </MenuItem>
          <MenuItem icon="user-plus" current>
            邀请同事一起看
          </MenuItem>
          <MenuItem icon="clock" keys="H">
            稍后提醒我
          </MenuItem>
          <hr />
          <MenuItem icon="printer">打印记录</MenuItem>
          <MenuItem icon="ban" alarm>
            加入黑名单
          </MenuItem>
        </MenuList>
        <Drawer id="style-drawer" title="转接对话" say={say} open foot={<Button kind="primary">转接给周听澜</Button>}>
          <ul>
            <Colleague name="zhou" load="3 / 8" state="online" chosen />
            <Colleague name="amelia" load="1 / 5" state="away" />
            <Colleague name="he" load="—" state="offline" />
          </ul>
        </Drawer>
        <div class="stack">
          <Arrival
            id="style-arrival"
            type="fresh"
            title="广东湛江来了一位新访客"
            under="刚刚 · 山间茶事 主站"
            facts={arrived}
            say={say}
            acts={
              <>
                <Button kind="primary" icon="message-square-plus">
                  邀请
                </Button>
                <Button icon="message-circle">直接对话</Button>
              </>
            }
          />
          <MenuList title={say('layout.status')}>
            <MenuItem mark={<PresenceMark state="online" />} current>
              {say('ui.presence.online')}
            </MenuItem>
            <MenuItem mark={<PresenceMark state="busy" />}>{say('ui.presence.busy')}</MenuItem>
            <MenuItem mark={<PresenceMark state="away" />}>{say('ui.presence.away')}</MenuItem>
          </MenuList>
        </div>
      </div>
      <div class="two">
        <ConfirmDialog
          id="style-dialog"
          open
          title="移除「山间茶事 主站」？"
          text="网站上的客服图标会立刻消失。12,480 个对话和 3,106 位客户的资料会留下，仍然可以搜索。"
          act="移除网站"
          action="#"
          say={say}
        />
        <div class="card">
          <div class="card-body">
            <Facts
              facts={[
                { name: '地区', value: '福建厦门' },
                { name: '来源', value: '百度搜索' },
                { name: '关键词', value: '汝窑盖碗 开片 漏茶吗' },
                { name: '设备', value: 'iPhone · 微信内浏览' },
                { name: '网址', value: 'shanjian-tea.cn/p/ru-gaiwan-tq/a/very/long/address/that/is/cut' }
              ]}
            />
          </div>
        </div>
      </div>
      <ToastRegion>
        <Toast
          text="对话已结束"
          say={say}
          act={
            <Button kind="ghost" size="small">
              撤销
            </Button>
          }
        />
        <Toast icon="arrow-right-left" text={`已转接给 ${people.amelia.name}（海外组）`} say={say} />
        <Toast icon="triangle-alert" text="图片太大：18.4 MB，最多 10 MB" say={say} stays />
      </ToastRegion>
      <div class="stack wide">
        <div class="wide">
          <Banner tone="amber" icon="wifi-off" act={<Button size="small">现在重试</Button>}>
            网络断开了，正在重新连接。您写的内容会保存，连上以后自动发出。
          </Banner>
        </div>
        <div class="wide">
          <Banner tone="indigo" icon="volume-x" act={<Button size="small">打开声音</Button>}>
            浏览器还不让页面发声音，新消息不会响。
          </Banner>
        </div>
        <div class="wide">
          <Banner tone="red" icon="triangle-alert" act={<Button size="small">查看怎么办</Button>}>
            磁盘只剩 412 MB，附件已暂停上传。
          </Banner>
        </div>
      </div>
    </Part>
  )
}

function Colleague({ name, load, state, chosen }: { name: keyof typeof people; load: string; state: 'online' | 'away' | 'offline'; chosen?: boolean }) {
  return (
    <li>
      <label class="pick">
        <Avatar person={people[name]} size={24} presence={state} />
        <span class="grow cut">{people[name].name}</span>
        <span class="dim num">{load}</span>
        <input type="radio" name="style-to" checked={chosen} />
      </label>
    </li>
  )
}
