import { badConfiguration, CannotRun, exits } from '#src/platform/exit.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { say } from '#src/texts/index.ts'
import { backup } from './cli/backup.ts'
import { type Command, helpOf, type Terminal } from './cli/command.ts'
import { demo } from './cli/demo.ts'
import { doctor } from './cli/doctor.ts'
import { readOptions } from './cli/options.ts'
import { resetPassword } from './cli/reset-password.ts'
import { serve } from './cli/serve.ts'
import { setup } from './cli/setup.ts'
import { version } from './cli/version.ts'

const commands: readonly Command[] = [serve, setup, demo, resetPassword, doctor, backup, version]

/** Runs one command and gives its exit code. What the owner can mend is one line on standard error. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { command, rest } = commandIn(args)
    if (command === null) return helped(terminal, overview())
    if (rest.some((arg) => arg === '--help' || arg === '-h')) return helped(terminal, helpOf(command))
    const known = commands.flatMap(({ options }) => options)
    return await command.run(readOptions(command.options, rest, terminal.environment, known, command.words ? 1 : 0), terminal)
  } catch (error) {
    return refused(error, terminal)
  }
}

/** Without a name it is `serve`, so that `kefu --port 80` works; null asks for the overview. */
function commandIn([first, ...others]: readonly string[]): { command: Command | null; rest: readonly string[] } {
  if (first === 'help' || first === '--help' || first === '-h') return { command: null, rest: [] }
  if (first === '--version' || first === '-v') return { command: version, rest: others }
  if (first === undefined || first.startsWith('-')) return { command: serve, rest: first === undefined ? [] : [first, ...others] }
  const command = commands.find(({ name }) => name === first)
  if (!command) throw badConfiguration(`Unknown command ${JSON.stringify(first)}. There are ${commands.map(({ name }) => name).join(', ')}.`)
  return { command, rest: others }
}

function helped(terminal: Terminal, text: string): number {
  terminal.print(text)
  return 0
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2
  const lines = commands.map(({ name, says }) => `  ${name.padEnd(width)}${says}`)
  return [
    'Kefu: online customer service in one executable and one data file.',
    '',
    'kefu [COMMAND] [OPTIONS]',
    '',
    ...lines,
    '',
    'kefu COMMAND --help says more. Without a command it serves.'
  ].join('\n')
}

/** What nobody foresaw; EX_SOFTWARE of sysexits.h. */
const fault = 70

function refused(error: unknown, terminal: Terminal): number {
  if (error instanceof CannotRun) {
    terminal.complain(`kefu: ${error.message}`)
    return error.exit
  }
  if (error instanceof Refusal) {
    terminal.complain(`kefu: ${say('en')(error.say, error.values)}`)
    return error.kind === 'invalid' ? exits.configuration : 1
  }
  terminal.complain(`kefu: ${error instanceof Error ? (error.stack ?? error.message) : error}`)
  return fault
}
