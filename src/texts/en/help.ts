export const help = {
  'help.lead': 'How Kefu is set up, used and looked after. Each chapter can be read by itself.',
  'help.contents': 'Contents',
  'help.languages': 'Language of the handbook',
  'help.turn': 'Further chapters',
  'help.previous': 'Before',
  'help.next': 'Next',
  'help.to_work': 'To the workbench'
} as const
