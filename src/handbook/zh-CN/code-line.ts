import type { Write } from '../chapter.ts'
import * as samples from '../samples.ts'

export const codeLine: Write = (facts) => ({
  slug: 'code-line',
  title: '网站代码',
  lead: '这一行代码在您的页面上做什么，贴在哪里，安全策略严格的页面要放行什么。',
  sections: [
    {
      id: 'line',
      title: '代码和位置',
      blocks: [
        '每个网站有自己的一行代码，在「设置 → 网站」里可以直接复制。贴进每一个页面，最好放在 `</head>` 之前，每页一次；重复的那一份不起作用。',
        { code: samples.codeLine(facts) },
        '它和页面同时加载，不会拖慢页面。客服服务器连不上时，您的页面就像没有这行代码一样照常工作。'
      ]
    },
    {
      id: 'what-it-does',
      title: '它做了什么',
      blocks: [
        {
          list: [
            '加载一个不到 12 KB 的脚本，与客服服务器建立一条连接。从这时起，您就能在访客列表里看到对方正在看哪一页、之前看过哪些页。',
            '在页面右下角显示圆形按钮，上面有未读数。它不受您的样式影响，也不会改动您的样式。',
            '访客点开按钮，才会加载对话窗口。窗口在独立的框架里，对话内容只在访客和 Kefu 之间，页面上的其他脚本读不到。',
            '不刷新就切换页面的网站（单页应用）同样能跟踪。没人看的标签页五分钟后休眠，再看时自动恢复。',
            '记录页面地址时会去掉 `#` 后面的部分，像密钥的参数（`token`、`password`、`email` 等）在保存之前就会隐去。'
          ]
        }
      ]
    },
    {
      id: 'language',
      title: '个别页面用另一种语言',
      blocks: [
        '按钮和窗口默认使用网站设置里的语言。其他语言的页面用 `data-language` 指定：`zh-CN`、`zh-TW` 或 `en`；写别的语言时，会选最接近的一种。',
        { code: samples.inLanguage(facts) }
      ]
    },
    {
      id: 'origins',
      title: '哪些页面能打开客服',
      blocks: [
        '代码谁都看得见，别人也可能贴到自己的页面上。所以只有网站设置里「允许的来源」列出的页面才能使用。填写网址时，Kefu 会自动加上带 `www` 和不带 `www` 的两项。',
        {
          terms: [
            { name: '`https://shop.example`', says: '只有这个地址：协议、域名、端口都要一致。' },
            { name: '`https://*.shop.example`', says: '`shop.example` 下的所有子域名，不限层数，但不包括 `shop.example` 本身，它需要单独一项。' },
            { name: '`http://localhost:3000`', says: '自己电脑上的页面，仅供测试，用完请移除。' }
          ]
        },
        '其他来源一律拒绝，并出现在网站设置的「被拒绝的来源」里，旁边有「允许」按钮。列表为空表示谁都不能用，而不是谁都能用。',
        '所有来源都在同一个主域名之下时，各个子域名认得同一位访客，共用一个对话；否则每个地址各认各的访客。'
      ]
    },
    {
      id: 'seen',
      title: '代码生效了吗',
      blocks: [
        '「设置 → 网站」里会显示最近一次在什么时间、哪个页面检测到代码。如果您已经打开过页面，却仍显示「尚未检测到代码」，请依次检查：',
        {
          steps: [
            '「被拒绝的来源」里有没有这个地址？有的话点「允许」。',
            '页面是 https，而 Kefu 是 http？浏览器会拦截，请让 Kefu 也使用 [https](running#https)。',
            '浏览器控制台（按 F12）里有没有提到 Content Security Policy？有的话要在页面上[放行 Kefu](#csp)。',
            '网站有没有用插件合并或延迟加载脚本？请把这行代码排除在外，让它原样留在页面里。',
            '是不是用检测工具看的？搜索引擎、监控等机器人看不到客服，也不计入访客。'
          ]
        }
      ]
    },
    {
      id: 'csp',
      title: '安全策略严格的页面',
      blocks: [
        '页面如果发送 Content-Security-Policy，只需为 Kefu 加三项，不需要 `unsafe-inline`，样式和图片也不用放行。',
        { code: samples.pagePolicy(facts) },
        '`connect-src` 里的第二个地址是实时连接。没有放行，或者代理不支持时，会改用普通请求继续对话，只是稍慢一点。'
      ]
    },
    {
      id: 'storage',
      title: '在浏览器里保存了什么',
      blocks: [
        '写隐私政策时可以照此说明，`KEY` 代表网站编号。这些内容都不会交给第三方。',
        {
          terms: [
            { name: '`kefu:KEY`', also: '`localStorage`', says: '随机的访客标识，用来认出回头客。Kefu 服务器只保存它的摘要。' },
            {
              name: '`kefu_KEY`',
              also: '`cookie`',
              says: '同一个标识，供各个子域名共用；有效期 180 天，`SameSite=Lax`，https 页面上带 `Secure`。由脚本写入，Kefu 服务器从不读取；只有当所有允许的来源都在同一个主域名之下时才会写入。'
            },
            { name: '`kefu:KEY:rang`', also: '`localStorage`', says: '上次响铃的时间，免得五个标签页同时响。' },
            { name: '`kefu:KEY:quiet`', also: '`localStorage`', says: '访客关闭了提示音。' },
            { name: '`kefu:KEY:open`', also: '`sessionStorage`', says: '对话窗口开着，换到下一页时保持打开。' }
          ]
        },
        '对话窗口会把没发出去的消息和草稿保存在 Kefu 自己的地址下，发出后清除。浏览器禁止存储时，一切只放在内存里：客服照样能用，关掉页面就结束。'
      ]
    },
    {
      id: 'fixed-version',
      title: '固定版本',
      blocks: [
        '要求锁定每个脚本的网站，可以使用文件名带版本号、附校验值的写法。下面是当前运行版本对应的代码：',
        { code: samples.pinned(facts) },
        {
          note: 'Kefu 更新后只要脚本有变化，文件名就会改变，旧文件随即失效。锁定版本的页面要跟着更新；普通写法则不用管。'
        }
      ]
    },
    {
      id: 'not-there',
      title: '不该贴的地方',
      blocks: ['请不要贴进填写银行卡号的页面。支付行业的安全标准（PCI DSS）要求这类页面只保留付款必需的脚本，而客服不在其中。']
    },
    {
      id: 'link',
      title: '不贴代码也能用',
      blocks: [
        '对话窗口有自己的网址，可以放进邮件、公众号菜单，或者做成二维码印在包裹上。谁打开它，就等于在您的网站上和您对话。',
        { code: samples.windowAddress(facts) },
        '浏览器没有启用 JavaScript 时，那里会显示一张普通的留言表单。'
      ]
    }
  ]
})
