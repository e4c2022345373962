export const left = {
  'left.title': '留言',
  'left.open': '未处理',
  'left.handled': '已处理',
  'left.none': '没有待处理的留言',
  'left.none_text': '没有人在线时，访客留下的话和联系方式会出现在这里。',
  'left.none_handled': '还没有处理过留言',
  'left.none_handled_text': '标为已处理的留言会移到这里。',
  'left.read': '查看',
  'left.mark_handled': '标为已处理',
  'left.not_handled': '改回未处理',
  'left.no_contact': '没有留下联系方式'
} as const
