export const conversations = {
  'conversations.taken': '{name}已經接待這位訪客。',
  'conversations.closed_already': '這則對話剛剛已經結束。',
  'conversations.accept_first': '請先按「接待」，再回覆。',
  'conversations.another_open': '這位訪客已有進行中的對話，請在那裡繼續。',
  'conversations.key_reused': '這則訊息已經以不同內容送出，請重新整理頁面後再送一次。',
  'conversations.too_long': '超過了 {over} 個字，一則訊息最多 {most} 個字，請分成兩則送出。',
  'conversations.empty': '請先寫點內容。',
  'conversations.too_fast': '傳得太快了，請 {seconds} 秒後再試。',
  'conversations.contact_needed': '請留下電子郵件或手機號碼，方便我們回覆您。',
  'conversations.name_needed': '請填寫稱呼。',
  'conversations.email_wrong': '電子郵件格式不正確，例如 name@example.com',
  'conversations.phone_wrong': '手機號碼格式不正確，例如 0912 345 678'
} as const
