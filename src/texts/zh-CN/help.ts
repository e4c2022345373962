export const help = {
  'help.lead': '怎么安装、使用和照看 Kefu。每一章都可以单独阅读。',
  'help.contents': '目录',
  'help.languages': '手册语言',
  'help.turn': '其他章节',
  'help.previous': '上一章',
  'help.next': '下一章',
  'help.to_work': '进入工作台'
} as const
