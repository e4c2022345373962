export const setup = {
  'setup.public_url_wrong': '要以 https:// 或 http:// 開頭，例如 https://kefu.shop.example'
} as const
