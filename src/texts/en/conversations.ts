export const conversations = {
  'conversations.taken': '{name} is already answering this one.',
  'conversations.closed_already': 'This conversation was closed meanwhile.',
  'conversations.accept_first': 'Accept the conversation first, then answer.',
  'conversations.another_open': 'This visitor already has an open conversation. Go on there.',
  'conversations.key_reused': 'This message was already sent with other words. Reload the page and send it again.',
  'conversations.too_long': 'That is {over} {over|character|characters} too long; a message holds {most}. Split it in two.',
  'conversations.empty': 'Write something first.',
  'conversations.too_fast': 'That was a lot at once. Try again in {seconds} {seconds|second|seconds}.',
  'conversations.contact_needed': 'Leave an e-mail address or a phone number so that we can answer.',
  'conversations.name_needed': 'Please tell us your name.',
  'conversations.email_wrong': 'This does not look like an e-mail address, for example name@example.com',
  'conversations.phone_wrong': 'This does not look like a phone number, for example 138 0000 0000'
} as const
