export const setup = {
  'setup.public_url_wrong': 'Begin with https:// or http://, for example https://kefu.shop.example'
} as const
