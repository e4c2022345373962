import { existsSync } from 'node:fs'
import { appliance } from '#src/install/index.ts'
import { type Config, configFrom } from '#src/platform/config.ts'
import { badConfiguration } from '#src/platform/exit.ts'
import { actAsOwner, type DataFolder, folderAt, openReadOnly } from '#src/storage/index.ts'
import { isLanguage, type Language, languages, type Say, say } from '#src/texts/index.ts'
import type { Command } from './command.ts'
import { lookAtFile } from './doctor/file.ts'
import type { Finding } from './doctor/finding.ts'
import { lookAtFolder } from './doctor/folder.ts'
import { lookAtMachine } from './doctor/machine.ts'
import { lookAtNetwork } from './doctor/network.ts'
import { languageOf } from './greeting.ts'
import type { Given } from './options.ts'
import { serveOptions } from './serve-options.ts'

export const doctor: Command = {
  name: 'doctor',
  says: 'Looks at folder, file, machine and network, and says what to do. Ends with 1 when something keeps Kefu from working.',
  options: [...serveOptions, { name: 'language', value: 'LANGUAGE', says: 'zh-CN, zh-TW or en' }],
  async run(given, { print, environment }) {
    const speak = say(languageGiven(given) ?? languageOf(environment))
    const findings = await examine(configFrom(given), Date.now())
    for (const finding of findings) for (const line of linesOf(finding, speak)) print(line)
    const counted = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length
    print('')
    print(speak('doctor.sum', { good: counted('good'), doubtful: counted('doubtful'), bad: counted('bad') }))
    return counted('bad') === 0 ? 0 : 1
  }
}

/** Everything that can be looked at without starting; changes nothing. */
export async function examine(config: Config, now: number): Promise<Finding[]> {
  const folder = folderAt(config.data)
  actAsOwner(folder)
  return [
    ...lookAtFolder(folder),
    ...(await lookAtFile(folder)),
    ...(await lookAtMachine(config, folder, now)),
    ...(await lookAtNetwork(config, folder, config.publicUrl ?? storedUrl(folder), now))
  ]
}

/** What set-up was told; null as well when the file cannot be read, which is another check's business. */
function storedUrl({ db: file }: DataFolder): string | null {
  if (!existsSync(file)) return null
  try {
    const db = openReadOnly(file)
    const url = appliance({ db })?.publicUrl ?? null
    db.close()
    return url
  } catch {
    return null
  }
}

function linesOf(finding: Finding, speak: Say): string[] {
  const marks = { good: '✓', doubtful: '!', bad: '✗' }
  const first = `${marks[finding.level]} ${speak(finding.says, finding.values)}`
  return finding.level === 'good' ? [first] : [first, `    → ${speak(finding.cure, finding.values)}`]
}

function languageGiven(given: Given): Language | null {
  const text = given.one('language')
  if (text === null || isLanguage(text)) return text
  throw badConfiguration(`--language must be one of ${languages.join(', ')}, not ${JSON.stringify(text)}.`)
}
