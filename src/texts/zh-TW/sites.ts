export const sites = {
  'sites.name_needed': '請填寫訪客在對話視窗上看到的名稱。',
  'sites.url_wrong': '請填寫網站網址，例如 https://shop.example',
  'sites.origin_wrong': '要以 https:// 或 http:// 開頭，例如 https://shop.example 或 https://*.shop.example'
} as const
