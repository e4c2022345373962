export const people = {
  'people.password_short': '至少 10 個字元。一句話比一個詞更好記。',
  'people.password_long': '最多 128 個字元。',
  'people.password_common': '這個密碼太容易被猜到，請換一個不常見的。',
  'people.nickname_needed': '請填寫訪客會看到的稱呼。',
  'people.email_wrong': '這不是電子郵件地址，例如 hua@shop.example',
  'people.phone_wrong': '這不是電話號碼，例如 0912 345 678，境外號碼請以 + 和國碼開頭',
  'people.login_name_needed': '登入需要電子郵件或手機號碼，請至少填寫一項。',
  'people.email_taken': '已有同事使用這個電子郵件登入。',
  'people.phone_taken': '已有同事使用這個號碼登入。',
  'people.time_zone_wrong': '請從清單中選擇時區。',
  'people.is_disabled': '這個帳號已停用，請先啟用。',
  'people.heir_unready': '只有登入過的成員才能成為擁有者。'
} as const
