export const help = {
  'help.lead': '如何安裝、使用和照顧 Kefu。每一章都可以單獨閱讀。',
  'help.contents': '目錄',
  'help.languages': '手冊語言',
  'help.turn': '其他章節',
  'help.previous': '上一章',
  'help.next': '下一章',
  'help.to_work': '進入工作台'
} as const
