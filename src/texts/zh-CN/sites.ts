export const sites = {
  'sites.name_needed': '请填写访客在对话窗口上看到的名称。',
  'sites.url_wrong': '请填写网站地址，例如 https://shop.example',
  'sites.origin_wrong': '要以 https:// 或 http:// 开头，例如 https://shop.example 或 https://*.shop.example'
} as const
