import type { Environment, Given, Option } from './options.ts'

/** Where a command speaks and listens. */
export type Terminal = {
  print(line: string): void
  /** Standard error. */
  complain(line: string): void
  environment: Environment
  /** A line from standard input; typed unseen when somebody sits there. */
  readSecret(question: string): Promise<string>
}

export type Command = {
  name: string
  says: string
  /** What stands behind the name, besides options. */
  words?: string
  options: readonly Option[]
  /** Gives the exit code. Throws CannotRun for what the owner can mend. */
  run(given: Given, terminal: Terminal): Promise<number>
}

/** What `kefu NAME --help` prints. */
export function helpOf({ name, says, words, options }: Command): string {
  const width = Math.max(...options.map((option) => flagOf(option).length)) + 2
  const lines = options.map((option) => `  ${flagOf(option).padEnd(width)}${option.says}`)
  return [
    `kefu ${name}${words ? ` ${words}` : ''}`,
    `  ${says}`,
    '',
    ...lines,
    '',
    'Every option may also stand in the environment: --public-url as KEFU_PUBLIC_URL.'
  ].join('\n')
}

function flagOf({ name, value }: Option): string {
  return `--${name} ${value}`
}
