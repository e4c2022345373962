export const sites = {
  'sites.name_needed': 'Type the name that visitors will see over the chat.',
  'sites.url_wrong': 'Type the address of the website, for example https://shop.example',
  'sites.origin_wrong': 'Begin with https:// or http://, for example https://shop.example or https://*.shop.example'
} as const
