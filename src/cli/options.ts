import { badConfiguration } from '#src/platform/exit.ts'

/** One option of a command: `--trusted-proxy CIDR` on the command line, KEFU_TRUSTED_PROXY in the environment. */
export type Option = {
  name: string
  /** What stands for the value in help. */
  value: string
  says: string
  /** May be given several times; in the environment the values stand between commas or spaces. */
  many?: true
}

/** What was given, command line before environment. */
export type Given = {
  one(name: string): string | null
  all(name: string): string[]
  /** Words that belong to no option: the FILE of `kefu backup FILE`. */
  words: string[]
}

export type Environment = Record<string, string | undefined>

/**
 * Reads a command's arguments. Throws CannotRun 78, with the very argument or variable, for an option that this
 * command does not have, a missing or doubled value, a word too many, and for a KEFU_… variable that no command has.
 */
export function readOptions(options: readonly Option[], args: readonly string[], environment: Environment, known: readonly Option[], mostWords = 0): Given {
  const given = new Map<string, string[]>()
  const words: string[] = []
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (!arg.startsWith('-')) {
      if (words.push(arg) > mostWords) throw badConfiguration(`Unknown argument ${JSON.stringify(arg)}. See kefu --help.`)
      continue
    }
    const [flag = '', ...behind] = arg.split('=')
    const option = options.find(({ name }) => `--${name}` === flag)
    if (!option) throw badConfiguration(`Unknown option ${flag}. See kefu --help.`)
    const value = behind.length > 0 ? behind.join('=') : rest.shift()
    if (value === undefined || (behind.length === 0 && value.startsWith('--'))) throw badConfiguration(`${flag} needs a value: ${flag} ${option.value}`)
    const earlier = given.get(option.name) ?? []
    if (earlier.length > 0 && !option.many) throw badConfiguration(`${flag} was given twice.`)
    given.set(option.name, [...earlier, value])
  }
  refuseUnknownVariables(environment, known)
  const all = (name: string) => given.get(name) ?? fromEnvironment(options, name, environment)
  return { words, all, one: (name) => all(name)[0] ?? null }
}

export function variableOf(name: string): string {
  return `KEFU_${name.toUpperCase().replaceAll('-', '_')}`
}

function fromEnvironment(options: readonly Option[], name: string, environment: Environment): string[] {
  const text = environment[variableOf(name)]?.trim()
  if (!text) return []
  return options.some((option) => option.name === name && option.many) ? text.split(/[\s,]+/) : [text]
}

/** A misspelt variable would otherwise be a setting that silently does not count. */
function refuseUnknownVariables(environment: Environment, known: readonly Option[]): void {
  const names = new Set(known.map(({ name }) => variableOf(name)))
  const unknown = Object.keys(environment).find((name) => name.startsWith('KEFU_') && !names.has(name))
  if (unknown) throw badConfiguration(`Unknown variable ${unknown} in the environment. Known are ${[...names].join(', ')}.`)
}
