export const terminal = {
  'terminal.running': 'Kefu 已启动：{address}',
  'terminal.set_up': 'Kefu 已启动，等待设置。请打开以下地址完成首次设置：',
  'terminal.set_up_once': '链接中的设置码只能使用一次，重新启动后会换新。'
} as const
