export const people = {
  'people.password_short': '至少 10 个字符。一句话比一个词更好记。',
  'people.password_long': '最多 128 个字符。',
  'people.password_common': '这个密码太容易被猜到，请换一个不常见的。',
  'people.nickname_needed': '请填写访客会看到的称呼。',
  'people.email_wrong': '这不是电子邮箱地址，例如 hua@shop.example',
  'people.phone_wrong': '这不是电话号码，例如 138 0013 8000，境外号码请以 + 和国家代码开头',
  'people.login_name_needed': '登录需要邮箱或手机号，请至少填写一项。',
  'people.email_taken': '已有同事使用这个邮箱登录。',
  'people.phone_taken': '已有同事使用这个号码登录。',
  'people.time_zone_wrong': '请从列表中选择时区。',
  'people.is_disabled': '这个账号已停用，请先启用。',
  'people.heir_unready': '只有登录过的成员才能成为所有者。'
} as const
