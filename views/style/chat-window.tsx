import { Icon } from '#views/ui/index.ts'
import { Part, type PartProps } from './part.tsx'

/** The visitor's side in its own classes (public/css/chat): a launcher, an invitation, and the window with some talk in it. */
export function ChatWindow({ say }: PartProps) {
  return (
    <Part title={say('ui.style.chat')} rule={say('ui.style.chat_rule')}>
      <div class="line kf">
        <button type="button" class="kf-launch">
          <Icon name="message-circle" size={22} />
          <span>咨询</span>
        </button>
        <button type="button" class="kf-launch kf-launch-round" aria-label="打开，1 条未读">
          <Icon name="message-circle" size={22} />
          <span class="kf-launch-n">1</span>
        </button>
      </div>
      <div class="three">
        <div class="kf kf-framed">
          <Window />
        </div>
        <div class="kf kf-framed">
          <LeaveMessage />
        </div>
        <div class="kf">
          <Invitation />
        </div>
      </div>
    </Part>
  )
}

function Window() {
  return (
    <section class="kf-window" aria-label="与山间茶事对话">
      <header class="kf-head">
        <span class="kf-face">
          陈
          <i class="kf-here" data-state="online" />
        </span>
        <span class="kf-who">
          <b class="kf-name kf-cut">陈屿</b>
          <span class="kf-under kf-cut">山间茶事 · 通常一分钟内回复</span>
        </span>
        <button type="button" class="kf-btn" aria-label="收起">
          <Icon name="chevron-down" size={20} />
        </button>
      </header>
      <div class="kf-log">
        <div class="kf-rows">
          <div class="kf-item">
            <span class="kf-day">今天 10:33</span>
          </div>
          <Said mine text="你好，想问一下这款汝窑盖碗，开片会不会漏茶？" />
          <Said text="林女士您好，我是陈屿。开片只在釉面，胎是完整的，不会漏。" />
          <div class="kf-item theirs tail">
            <span class="kf-m kf-file">
              <Icon name="file-text" size={24} />
              <span>
                <b>
                  <bdi>汝窑茶器养护说明（2026 年修订版）</bdi>.pdf
                </b>
                <small>1.2 MB</small>
              </span>
              <Icon name="download" />
            </span>
            <div class="kf-foot" />
          </div>
          <Said mine text="礼盒可以刻字吗？公司要 30 套" time="10:41" />
          <div class="kf-item">
            <span class="kf-fresh">以下是新消息</span>
          </div>
          <div class="kf-item theirs">
            <div class="kf-m kf-dots">
              <i />
              <i />
              <i />
            </div>
          </div>
        </div>
      </div>
      <form class="kf-write">
        <button type="button" class="kf-btn" aria-label="添加图片或文件">
          <Icon name="plus" size={20} />
        </button>
        <textarea rows="1" placeholder="写点什么……" aria-label="消息" />
        <button type="button" class="kf-btn" aria-label="表情">
          <Icon name="smile" size={20} />
        </button>
        <button type="button" class="kf-btn kf-send" aria-label="发送">
          <Icon name="send-horizontal" size={20} />
        </button>
      </form>
      <div class="kf-brand">山间茶事 · 在线客服</div>
    </section>
  )
}

function Said({ mine = false, text, time }: { mine?: boolean; text: string; time?: string }) {
  return (
    <div class={`kf-item ${mine ? 'mine' : 'theirs'}${time ? ' tail' : ''}`}>
      <div class={mine ? 'kf-m kf-me' : 'kf-m'}>{text}</div>
      <div class="kf-foot">
        {time ? (
          <span class="kf-meta me" data-mark="read">
            <time>{time}</time>
            <Icon name="check-check" size={14} />
            <span>已读</span>
          </span>
        ) : null}
      </div>
    </div>
  )
}

function LeaveMessage() {
  return (
    <section class="kf-window" aria-label="留言">
      <header class="kf-head">
        <span class="kf-face">
          茶
          <i class="kf-here" data-state="offline" />
        </span>
        <span class="kf-who">
          <b class="kf-name kf-cut">山间茶事</b>
          <span class="kf-under kf-cut">现在没有人在线</span>
        </span>
      </header>
      <div class="kf-notice" role="status">
        <Icon name="wifi-off" />
        <span>网络断开了，正在重新连接。</span>
      </div>
      <form class="kf-form">
        <p>请留下您的问题和联系方式，我们会尽快回复。</p>
        <div class="kf-field">
          <label for="style-kf-text">
            留言<span class="kf-need">*</span>
          </label>
          <textarea class="kf-input" id="style-kf-text" />
        </div>
        <div class="kf-field">
          <label for="style-kf-mail">邮箱或手机</label>
          <input class="kf-input" id="style-kf-mail" value="wanqing.lin@" aria-invalid="true" />
          <span class="kf-error">
            <Icon name="circle-alert" size={14} />
            邮箱要写完整，例如 name@example.com
          </span>
        </div>
        <button type="button" class="kf-submit">
          提交留言
        </button>
      </form>
    </section>
  )
}

function Invitation() {
  return (
    <section class="kf-invite" aria-label="邀请对话">
      <button type="button" class="kf-btn" aria-label="关闭">
        <Icon name="x" size={20} />
      </button>
      <div class="kf-invite-who">
        <span class="kf-face">陈</span>
        <span class="kf-who">
          <b class="kf-name">陈屿</b>
          <span class="kf-under">茶器顾问 · 在线</span>
        </span>
      </div>
      <p>您在挑盖碗吗？天青和月白在灯下差别挺大，我可以拍实物给您看。</p>
      <div class="kf-invite-acts">
        <button type="button" class="kf-pill kf-pill-on">
          好，聊一聊
        </button>
        <button type="button" class="kf-pill">
          先自己看看
        </button>
      </div>
    </section>
  )
}
