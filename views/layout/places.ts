/** Where the console's pages stand. The one list of addresses that the layout links to. */
export const places = {
  conversations: '/conversations',
  visitors: '/visitors',
  messages: '/left-messages',
  settings: '/settings',
  sites: '/admin/sites',
  newSite: '/admin/sites/new',
  people: '/admin/people',
  style: '/admin/style',
  help: '/help',
  profile: '/profile',
  sessions: '/profile/sessions',
  status: '/profile/status',
  signOut: '/logout'
} as const

export type Section = 'conversations' | 'visitors' | 'messages' | 'settings'
