export const left = {
  'left.title': '留言',
  'left.open': '未處理',
  'left.handled': '已處理',
  'left.none': '沒有待處理的留言',
  'left.none_text': '沒有人在線上時，訪客留下的話和聯絡方式會出現在這裡。',
  'left.none_handled': '還沒有處理過留言',
  'left.none_handled_text': '標為已處理的留言會移到這裡。',
  'left.read': '檢視',
  'left.mark_handled': '標為已處理',
  'left.not_handled': '改回未處理',
  'left.no_contact': '沒有留下聯絡方式'
} as const
