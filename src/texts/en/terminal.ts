export const terminal = {
  'terminal.running': 'Kefu is running: {address}',
  'terminal.set_up': 'Kefu is running and waits for its owner. Open this address to set it up:',
  'terminal.set_up_once': 'The code in it works once, and until the next start.'
} as const
