import type { Write } from '../chapter.ts'
import { entries, helloAgain, hiToPage, hiToWindow, sent, shown } from '../frames.ts'
import * as samples from '../samples.ts'
import { codeTerms, heardTerms, sentTerms } from '../terms.ts'

export const socket: Write = (facts) => ({
  slug: 'socket',
  title: '访客接口',
  lead: '写给程序员：访客与 Kefu 之间往来的全部内容，照此可以让您自己的 App 与客户对话。',
  sections: [
    {
      id: 'whom',
      title: '适合谁',
      blocks: [
        '网站用[一行代码](code-line)就够了；App 里用网页视图打开[对话窗口的网址](code-line#link)，多数情况下也够用。这一章写给想自己绘制对话界面的人。',
        '每条文本消息是一个小的 JSON 对象，称为一帧，`t` 说明它是什么。出现 Kefu 不认识的字段，整帧会被拒绝。`at` 是 UTC 毫秒时间戳；`c`、`key`、`page` 等编号是 22 个字符，取自 `A–Z a–z 0–9 _ -`。目前是第 1 版，只有旧程序可能误读时才会提高版本号。'
      ]
    },
    {
      id: 'connect',
      title: '建立连接',
      blocks: [
        { code: samples.openSocket(facts) },
        '有两个请求头要注意。`Origin` 必须是网站允许的来源之一，或者 Kefu 自己的地址，由 App 自行填写。不带 `Origin` 会返回 403，除非在网站设置页打开「允许 App 接入」（默认关闭）。`User-Agent` 不能为空，也不能像机器人。',
        { code: samples.socketHeaders(facts) },
        '第一帧必须是 `hello`，五秒之内发出。聊天窗口写 `as: "window"`。只显示按钮和未读数的写 `as: "page"`，之后只能发 `page`、`visible` 和 `ping`。',
        { code: shown(sent.hello) },
        'Kefu 以 `hi` 回应。里面有 `token` 时，说明这是新访客：请像密码一样保管，以后每次 `hello` 都带上，并且绝不要放进网址里。',
        { code: shown(hiToWindow) }
      ]
    },
    {
      id: 'send',
      title: '您发送的帧',
      blocks: [
        {
          terms: sentTerms({
            hello:
              '说明身份。`site` 是代码里的网站编号，`token` 是之前得到的标识，`url` 和 `title` 是访客正在看的页面（客服能看到），`lang` 是想要的语言。`page`、`framed`、`visible` 供我们自己的脚本使用。断线重连见[下文](#resume)。',
            page: '访客换了一页。',
            visible: 'App 进入后台，或者回到前台。只有在前台的时间才计入停留。',
            say: '一条消息：`text`，或者 `file`（[上传](#files)得到的编号），也可以两个都有。`key` 是 16 到 64 个随机字符，每条消息换一个；没收到确认之前，用同一个 `key` 重发。',
            leave: '没人在线（`reach` 为 `form`）时的留言。必须留下手机或邮箱，以及网站要求的必填项；缺什么由 `nak` 的 `field` 指出。',
            typing: '输入框里还没发出的内容。`watched` 为 true 时才发，每秒最多三次；只显示，不保存。',
            got: '对话 `c` 到这个 `seq` 为止都已收到。',
            read: '到这个 `seq` 为止都已显示在屏幕上。',
            after: '询问这一条之后的内容，每页 50 条；收到回应之后再问下一页。',
            before: '询问这一条之前的内容，每页 50 条。',
            file: '文件地址过期后，索取新的地址。',
            ping: '询问连接是否正常。每 25 秒一次，8 秒没有收到 `pong` 就重新连接。'
          })
        }
      ]
    },
    {
      id: 'hear',
      title: '您收到的帧',
      blocks: [
        {
          terms: [
            { name: '`hi`', says: '对 `hello` 的回应。窗口收到的见上文，页面收到的是：', example: shown(hiToPage) },
            ...heardTerms({
              ack: '消息已写入磁盘，是对话 `c` 的第 `seq` 条。到这时才可以把它从待发中删掉。',
              nak: '被拒绝。`code` 是原因，`text` 可以直接显示给访客；带 `wait` 的可以在若干秒后重发。',
              entry: '对话里多了一条，包括您自己发的。',
              entries: '一页历史，是对 `after`、`before` 的回应。`more` 表示后面还有，`earlier` 表示前面还有。',
              state:
                '不是列表的内容：最新的对话（`waiting` 等候、`open` 进行中、`closed` 已结束）、由谁接待、客服收到和读到哪里、访客自己读到哪里（`seen`），以及现在能不能对话：`chat` 或 `form`。',
              typing: '客服正在输入，显示五秒左右即可。',
              unread: '发给页面的：有几条未读，以及刚到的最新一条。',
              file: '您索取的地址，前面要加上 Kefu 的地址。五到十分钟内有效，仅限这位访客。',
              pong: '对 `ping` 的回应。',
              bye: 'Kefu 即将断开。请在 `wait` 毫秒之后再来；原因是 `gone` 时不要再来。'
            })
          ]
        }
      ]
    },
    {
      id: 'entries',
      title: '条目和顺序',
      blocks: [
        '对话是一串条目，用 `seq` 从 1 开始连续编号。`c` 加 `seq` 唯一确定一条：收到两次就是同一条。对话按到来的先后排列，条目按 `seq` 排列，时间只用来显示。编号缺了一个，就用 `after` 询问。',
        { code: entries.map((entry) => shown(entry)).join('\n') },
        '客服头像和文件的地址以 `/` 开头，前面要加上 Kefu 的地址。'
      ]
    },
    {
      id: 'resume',
      title: '断线重连',
      blocks: [
        '重连时再发一次 `hello`，带上 `token`、`hi` 里的 `epoch`，以及您手上任意一条（最好是最新一条）的 `c` 和 `seq`。Kefu 只会发来之后的内容和当前状态。',
        { code: shown(helloAgain) },
        '`more` 表示后面还有，用 `after` 继续取。`reset` 表示服务器恢复过备份，您手上的位置已经无效：请清空屏幕，显示新收到的内容。两种情况下都要重发所有未确认的消息，有 `key` 在，不会重复。',
        '不要放弃重连。每次随机等待，上限依次是 1、2、4……30 秒；网络恢复或 App 打开时立即尝试。'
      ]
    },
    {
      id: 'refusals',
      title: '拒绝的原因',
      blocks: [
        {
          terms: codeTerms({
            bad_request: '看不懂这一帧：不认识、不完整，或者多了字段。重发没有用。',
            unknown_token: '框架内窗口的标识无效，请向页面索取新的。',
            too_long: '超过 8,000 个字符。Kefu 不会擅自截断。',
            empty: '既没有文字也没有文件。',
            invalid: '留言表单有一项缺少或有误，见 `field`。',
            cmid_reused: '这个 `key` 已经用于别的内容，每条消息要用新的。',
            rate: '发得太快，请在 `wait` 秒后重发。',
            busy: '服务器正忙，请在 `wait` 秒后重发。',
            storage_full: '服务器磁盘已满，请保留消息，稍后重发。',
            missing: '没有这个对话或文件，或者不属于这位访客。',
            fault: '我们的错误，已写入日志。请在 `wait` 秒后重发。'
          })
        },
        '重发时，先发带 `wait` 被拒绝的那一条：在它到达之前，这条连接上后面的消息都会被拒绝（最多十秒），这样次序才不会乱。'
      ]
    },
    {
      id: 'limits',
      title: '限额',
      blocks: [
        {
          list: [
            '每帧 64 KiB，每条消息 8,000 个字符。',
            '每位访客：一次最多连发 20 条，之后每秒 10 条，每分钟 60 条；未确认的最多 20 条。每分钟 30 次换页。',
            '同时：每位访客 30 条连接，每个 IP 100 条。',
            '每条连接：每秒 60 帧，一次最多 200 帧。第三次超出就会断开。',
            '每个 IP：十分钟内 60 位新访客，每小时 3 条留言。'
          ]
        }
      ]
    },
    {
      id: 'closing',
      title: '连接关闭的代码',
      blocks: [
        {
          terms: [
            { name: '`1000`', says: '在 `nak unknown_token` 之后。' },
            { name: '`1003`', says: '收到了二进制消息，这里只认文本。' },
            { name: '`1006`', says: '线路中断，或者您读得太慢，积压超过 256 KiB。请带上位置重连。' },
            { name: '`1008`', says: '不提供服务：网站编号不存在、来源不被允许，或者是机器人。不要再来。' },
            { name: '`1009`', says: '一帧超过 64 KiB。' },
            { name: '`1011`', says: '我们的错误，请重连。' },
            { name: '`1012`', says: 'Kefu 正在重启，请按 `bye` 里的 `wait` 等待后重连。' },
            { name: '`1013`', says: '同一位访客的连接超过 30 条，这一条让出了位置。请按 `bye` 里的 `wait` 等待后重连。' },
            { name: '`4401`', says: '五秒之内没有 `hello`，或者先发了别的。' },
            { name: '`4429`', says: '发得太快，或者这个 IP 的新访客太多。一分钟后再来，或按 `bye` 里的 `wait` 等待。' }
          ]
        }
      ]
    },
    {
      id: 'http',
      title: '不能用 WebSocket 时',
      blocks: [
        '同样的帧可以放在列表里通过 HTTP 往来。第一个请求里是 `hello`，不带 `X-Kefu-Link`；回应里会给出连接编号，之后的请求都要带上。一次最多 20 帧、128 KiB。',
        { code: samples.http(facts) },
        { code: samples.httpAnswer },
        '其间到来的内容用 `POST /v/wait` 取，带同样的请求头：有内容就立即返回，没有则最多等 25 秒，然后再次请求。一分钟没人使用的连接会被忘记；返回 404 时，请从 `hello` 重新开始。'
      ]
    },
    {
      id: 'files',
      title: '发送文件',
      blocks: [
        '连接打开期间，把文件的字节直接作为请求正文发送，文件名做百分号编码。最大 25 MiB，图片最好先压缩。',
        { code: samples.upload(facts) },
        { code: samples.uploadAnswer },
        '然后用 `say` 带上它的 `id`。一个编号只能用于一条消息；一小时内没有消息使用的文件会被清除。失败时的状态码：413 太大，415 不接受的类型，429 太频繁，507 空间不足。'
      ]
    }
  ]
})
