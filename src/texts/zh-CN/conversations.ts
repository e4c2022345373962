export const conversations = {
  'conversations.taken': '{name}已接待这位访客。',
  'conversations.closed_already': '这个对话刚刚已经结束。',
  'conversations.accept_first': '请先点「接待」，再回复。',
  'conversations.another_open': '这位访客已有进行中的对话，请在那里继续。',
  'conversations.key_reused': '这条消息已经以不同内容发送过，请刷新页面后重新发送。',
  'conversations.too_long': '超出了 {over} 个字，一条消息最多 {most} 个字，请分成两条发送。',
  'conversations.empty': '请先写点什么。',
  'conversations.too_fast': '发得太快了，请 {seconds} 秒后再试。',
  'conversations.contact_needed': '请留下邮箱或手机号，方便我们回复您。',
  'conversations.name_needed': '请填写称呼。',
  'conversations.email_wrong': '邮箱格式不对，例如 name@example.com',
  'conversations.phone_wrong': '手机号格式不对，例如 138 0000 0000'
} as const
