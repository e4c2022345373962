import { exits } from '#src/platform/exit.ts'
import type { Write } from '../chapter.ts'
import * as samples from '../samples.ts'
import { optionTerms } from '../terms.ts'

export const running: Write = ({ options }) => ({
  slug: 'running',
  title: '部署与运维',
  lead: '写给照看服务器的人：启动选项、文件、备份、https，以及启动不了时怎么办。',
  sections: [
    {
      id: 'needs',
      title: '需要什么',
      blocks: [
        '一台 1 GB 内存的小型 Linux 服务器足够一家店使用。所有东西都在一个可执行文件里，没有网络也能启动，不会擅自连接任何外部服务。从源代码生成它只要一条命令，适用于当前这种机器：',
        { code: samples.build },
        '结果是 `dist/kefu`，复制到哪里都能用，不用再安装别的。'
      ]
    },
    {
      id: 'commands',
      title: '命令',
      blocks: [
        {
          terms: [
            { name: '`kefu serve`', says: '提供服务。不写命令时就是它。' },
            { name: '`kefu setup`', says: '不用浏览器，创建所有者和第一个网站。' },
            { name: '`kefu demo`', says: '在空文件夹里布置一家逼真的演示店铺，启动并显示登录账号。' },
            { name: '`kefu reset-password`', says: '为所有者设置新密码，加 `--email` 则是其他成员。需要先停止 Kefu。' },
            { name: '`kefu doctor`', says: '检查文件夹、数据文件、机器和网络，并告诉您怎么解决。有妨碍运行的问题时退出码为 1。' },
            { name: '`kefu backup FILE`', says: '把全部数据写进一个文件，运行中也可以。' },
            { name: '`kefu version`', says: '显示程序版本。' }
          ]
        },
        '`kefu 命令 --help` 会列出该命令的选项。'
      ]
    },
    {
      id: 'options',
      title: '启动选项',
      blocks: [
        '每个选项都可以写在命令行上，也可以写成环境变量；两处都有时以命令行为准。不认识的选项会被拒绝，免得写错一个字母，设置却悄悄没生效。',
        {
          terms: optionTerms(options, {
            host: '监听的地址，默认 `0.0.0.0`，即全部。代理在同一台机器上时用 `127.0.0.1`。',
            port: '监听的端口，默认 8080；0 表示自动选一个空闲端口。',
            data: '数据文件夹，默认 `./data`。',
            'public-url': '大家访问的网址，优先于初次设置时填写的地址。',
            'trusted-proxy': '可信的代理，采用它的 `X-Forwarded-For`，写 IP 或网段，可以写多次。不写的话，代理后面的所有访客都只有代理的 IP。',
            'extra-host': '另外允许的域名，可以写多次。其他域名一律拒绝。',
            'tls-cert': '证书链（PEM），不用代理、直接提供 https 时使用。',
            'tls-key': '证书的私钥（PEM）。',
            'visitor-messages-per-minute': '每位访客每分钟最多发多少条消息，默认 60。'
          })
        }
      ]
    },
    {
      id: 'folder',
      title: '数据文件夹',
      blocks: [
        '一个文件夹只能由一个进程使用，第二个进程会说明原因并退出。只有文件夹的所有者能读取里面的内容。',
        {
          terms: [
            { name: '`kefu.db`', says: '全部数据：成员、对话、收发的文件。唯一必须保存的文件。' },
            { name: '`kefu.db-wal, kefu.db-shm`', says: '刚写入、还没并入 `kefu.db` 的内容。运行期间它们是一体的：只复制 `kefu.db` 不算备份。' },
            { name: '`kefu.key`', says: '加密外部服务密码的密钥，不会进入备份；丢失后重新填写那些密码即可。' },
            { name: '`kefu.lock`', says: '由运行中的进程占用。' },
            { name: '`kefu.id`', says: '标明这里曾有数据，文件丢失时 Kefu 不会擅自从头开始。' },
            { name: '`kefu.ballast`', says: '占位的 64 MB，磁盘满了就放掉，好让清理工作还能进行。' },
            { name: '`kefu.setup-link`', says: '设置链接，有了所有者之后删除。' },
            { name: '`geo-….bin`', says: '从程序里解开的地理位置数据，删掉也没关系，下次启动会重新生成。' },
            { name: '`backups/`', says: '新版本改动数据文件之前自动留下的副本。' }
          ]
        }
      ]
    },
    {
      id: 'backup',
      title: '备份与恢复',
      blocks: [
        '一行命令，不用停机，可以每晚执行。副本检查无误之后才会改成正式的名字，也不会覆盖任何已有文件：',
        { code: samples.backup },
        '恢复时先停止 Kefu，用副本替换 `kefu.db`，删掉旁边的两个文件，再启动。在数据文件夹里执行：',
        { code: samples.restore },
        { note: '副本请放在另一台机器上，并且在真正需要之前先演练一次恢复。' }
      ]
    },
    {
      id: 'https',
      title: 'https',
      blocks: [
        '明文 http 下浏览器会限制许多功能：桌面通知、剪贴板，https 页面里也打不开客服。有两种办法。',
        '前面放一个代理，由它申请证书，并告诉 Kefu：',
        { code: samples.serveBehindProxy },
        'Caddy 只要三行：',
        { code: samples.caddy },
        'nginx 要转发域名、访客 IP 和实时连接，并放行上传：',
        { code: samples.nginx },
        '也可以由 Kefu 自己提供，指定证书文件即可。证书更新后重启 Kefu：',
        { code: samples.ownTls },
        {
          note: '忘了写 `--trusted-proxy`，所有访客就会共用一个 IP、一个地区、一份限额；写成信任所有人（`0.0.0.0/0`），访客就能随意伪造 IP。这两种情况 `kefu doctor` 都能查出来。'
        }
      ]
    },
    {
      id: 'service',
      title: '作为系统服务',
      blocks: [
        '使用 systemd 时写成 `/etc/systemd/system/kefu.service`，并单独建一个用户 `kefu`：',
        { code: samples.unit },
        '第一次启动的设置链接在 `/var/lib/kefu/kefu.setup-link`。日志写到标准错误输出，每行一个 JSON 对象，用 `journalctl -u kefu` 查看。'
      ]
    },
    {
      id: 'health',
      title: '运行状况',
      blocks: [
        {
          terms: [
            { name: '`GET /healthz`', says: '进程有响应就返回 200。' },
            { name: '`GET /readyz`', says: '刚刚确实写入了磁盘才返回 200，否则返回 503 和原因：`stopping`、`damaged`、`cannot-write`、`disk-full`。' }
          ]
        },
        '觉得哪里不对，就让它自查。自查不改动任何东西，可以在运行中使用，选项和启动时一样：',
        { code: samples.doctor },
        '磁盘剩余不足 1 GB 或不足一成时，暂停上传文件，文字对话不受影响。每天凌晨 3:40 会通读整个数据文件；发现损坏就停止写入，并在日志和 `/readyz` 里说明。'
      ]
    },
    {
      id: 'exit-codes',
      title: '启动不了时',
      blocks: [
        '这时 Kefu 会说明原因并退出，每种情况有各自的退出码，方便脚本判断。',
        {
          terms: [
            { name: `\`${exits.secondProcess}\``, says: '另一个进程正在使用这个数据文件夹。' },
            { name: `\`${exits.portTaken}\``, says: '端口被占用，或者当前用户无权使用。' },
            { name: `\`${exits.folder}\``, says: '文件夹无法写入、不属于 Kefu，或磁盘空间不足。' },
            { name: `\`${exits.damaged}\``, says: '数据文件损坏或丢失。提示里会给出恢复最新备份的命令。' },
            { name: `\`${exits.newerFile}\``, says: '数据文件是更新的版本写的。' },
            { name: `\`${exits.configuration}\``, says: '某个选项或环境变量有误，提示里会指出是哪一个。' }
          ]
        }
      ]
    },
    {
      id: 'upgrade',
      title: '升级',
      blocks: [
        {
          steps: [
            '先备份。',
            '用新的可执行文件替换旧的。',
            '重启。Kefu 会先保存手上的内容，让各个浏览器错开时间断开，15 秒之内退出；之后浏览器会自动连回来，期间写的消息也会补发。'
          ]
        },
        '如果新版本要改动数据文件，会先在 `backups/` 里留一份副本。旧版本遇到新文件会拒绝启动，不会弄坏它：要退回去，就用旧程序加那份副本。'
      ]
    },
    {
      id: 'limits',
      title: '限额',
      blocks: [
        '为了不让一个人占用所有人的资源，同时对正常使用足够宽松。',
        {
          list: [
            '每位访客：每分钟 60 条消息（一次最多连发 20 条），文件最大 25 MB。',
            '每个对话：20 个文件或 100 MB。',
            '每个 IP：十分钟内 60 位新访客、10 次上传，每小时 3 条留言，每分钟 1,200 次请求。运营商可能让许多人共用一个 IP。',
            '每位客服：十秒内 30 条消息，文件最大 50 MB。'
          ]
        }
      ]
    }
  ]
})
