import { command } from '#src/audit/index.ts'
import { setUp } from '#src/install/index.ts'
import { hasOwner } from '#src/people/index.ts'
import { badConfiguration } from '#src/platform/exit.ts'
import { codeLine } from '#src/sites/index.ts'
import { isLanguage, type Language, languages } from '#src/texts/index.ts'
import type { Command } from './command.ts'
import { newPasswordHash } from './new-password.ts'
import type { Given } from './options.ts'
import { dataOption } from './serve-options.ts'
import { withCore } from './with-core.ts'

export const setup: Command = {
  name: 'setup',
  says: "Makes the owner and the first site without a browser; the owner's password comes on standard input.",
  options: [
    { name: 'email', value: 'ADDRESS', says: "The owner's e-mail address, to sign in with" },
    { name: 'name', value: 'NAME', says: 'The name visitors see' },
    { name: 'site', value: 'NAME', says: 'Name of the first site' },
    { name: 'origin', value: 'URL', says: 'Its web address, such as https://shop.example' },
    { name: 'language', value: 'LANGUAGE', says: 'zh-CN (otherwise), zh-TW or en' },
    { name: 'public-url', value: 'URL', says: 'Address under which the world reaches this appliance' },
    dataOption
  ],
  run: (given, terminal) =>
    withCore(given, async (core) => {
      if (hasOwner(core)) throw badConfiguration('This data folder is set up already. Nothing was changed.')
      const language = languageFrom(given.one('language') ?? 'zh-CN')
      const email = needed(given, 'email')
      const [nickname, siteName, siteUrl] = [needed(given, 'name'), needed(given, 'site'), needed(given, 'origin')]
      const publicUrl = given.one('public-url')
      const passwordHash = await newPasswordHash(terminal, [email, nickname])
      const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
      const { site } = await core.transact(() => setUp(core, command, { nickname, email, passwordHash, siteName, siteUrl, language, timeZone, publicUrl }))
      terminal.print(`Set up. ${email} is the owner. The line for every page of ${siteName}:`)
      terminal.print(codeLine(publicUrl?.replace(/\/+$/, '') ?? 'https://YOUR-ADDRESS', site.key))
      return 0
    })
}

function needed(given: Given, name: string): string {
  const value = given.one(name)
  if (value === null) throw badConfiguration(`--${name} is missing. See kefu setup --help.`)
  return value
}

function languageFrom(text: string): Language {
  if (isLanguage(text)) return text
  throw badConfiguration(`--language must be one of ${languages.join(', ')}, not ${JSON.stringify(text)}.`)
}
