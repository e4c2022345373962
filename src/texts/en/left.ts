export const left = {
  'left.title': 'Messages',
  'left.open': 'To handle',
  'left.handled': 'Handled',
  'left.none': 'No messages to handle',
  'left.none_text': 'While nobody is online, visitors’ words and addresses arrive here.',
  'left.none_handled': 'No handled messages yet',
  'left.none_handled_text': 'Messages that you mark as handled move here.',
  'left.read': 'Open',
  'left.mark_handled': 'Mark as handled',
  'left.not_handled': 'Not handled',
  'left.no_contact': 'Left no address'
} as const
