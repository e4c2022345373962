export const terminal = {
  'terminal.running': 'Kefu 已啟動：{address}',
  'terminal.set_up': 'Kefu 已啟動，等待設定。請開啟以下網址完成首次設定：',
  'terminal.set_up_once': '連結中的設定碼只能使用一次，重新啟動後會換新。'
} as const
