import { type Actor, record } from '#src/audit/index.ts'
import { draftFrom, hasOwner, insertPerson, type Person, roleIds } from '#src/people/index.ts'
import { publicUrlFrom } from '#src/platform/public-url.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { createSite, type Site, siteDraftFrom } from '#src/sites/index.ts'
import type { Core } from '#src/storage/index.ts'
import { insertAppliance } from './appliance.ts'

/** What the first page, or the command line, asks for. The password comes as its hash. */
export type TypedSetUp = {
  nickname: string
  email: string
  passwordHash: string
  siteName: string
  siteUrl: string
  language: string
  timeZone: string
  /** Null leaves it open: then the appliance answers to addresses and localhost only. */
  publicUrl: string | null
}

/** Makes the owner and the first site, in one transaction. Of two at once the second is `missing`: the page is gone for ever. */
export function setUp(core: Core, by: Actor, typed: TypedSetUp): { owner: Person; site: Site } {
  if (hasOwner(core)) throw new Refusal('missing', 'refusal.missing')
  const { language, timeZone } = typed
  const draft = draftFrom(core, { nickname: typed.nickname, email: typed.email, phone: '', jobNumber: '', language }, null)
  const siteDraft = renamed(() => siteDraftFrom({ name: typed.siteName, url: typed.siteUrl, language, timeZone }))
  insertAppliance(core, { publicUrl: typed.publicUrl === null ? null : publicUrl(typed.publicUrl), language: draft.language, timeZone: siteDraft.timeZone })
  const owner = insertPerson(core, draft, roleIds.owner, null)
  core.db.query('update people set password_hash = ? where id = ?').run(typed.passwordHash, owner.id)
  record(core, { ...by, kind: by.kind === 'command' ? 'command' : 'person', id: owner.id }, 'appliance.set_up', { kind: 'person', id: owner.id })
  const site = createSite(core, { ...by, kind: 'person', id: owner.id }, siteDraft)
  core.announce({ kind: 'set-up' })
  return { owner, site }
}

function publicUrl(typed: string): string {
  const url = publicUrlFrom(typed)
  if (url === null) throw new Refusal('invalid', 'setup.public_url_wrong', {}, 'publicUrl')
  return url
}

/** On the set-up page the site's fields have names of their own. */
function renamed<T>(read: () => T): T {
  const names: Record<string, string> = { name: 'siteName', url: 'siteUrl' }
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(error.kind, error.say, error.values, names[error.field ?? ''] ?? error.field)
  }
}
