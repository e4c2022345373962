import type { Contact } from '#src/conversations/index.ts'
import { emailFrom, phoneFrom } from '#src/people/index.ts'
import { cleanName } from '#src/platform/clean-text.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { OpenSite } from '#src/sites/index.ts'

/** How to reach whoever left a message: what the site demands, and at least one way that works. Refuses with the field. */
export function contactFrom(typed: { name?: string; email?: string; phone?: string }, site: OpenSite): Contact {
  const name = cleanName(typed.name ?? '', 60) || null
  const email = emailOf(typed.email ?? '')
  const phone = phoneOf(typed.phone ?? '', site)
  if (site.form.name === 'required' && name === null) throw new Refusal('invalid', 'conversations.name_needed', {}, 'name')
  if (site.form.email === 'required' && email === null) throw new Refusal('invalid', 'conversations.email_wrong', {}, 'email')
  if (site.form.phone === 'required' && phone === null) throw new Refusal('invalid', 'conversations.phone_wrong', {}, 'phone')
  if (email === null && phone === null) throw new Refusal('invalid', 'conversations.contact_needed', {}, site.form.email === 'off' ? 'phone' : 'email')
  return { name, email, phone }
}

function emailOf(typed: string): string | null {
  if (typed.trim() === '') return null
  const email = emailFrom(typed)
  if (email === null) throw new Refusal('invalid', 'conversations.email_wrong', {}, 'email')
  return email
}

function phoneOf(typed: string, site: OpenSite): string | null {
  if (typed.trim() === '') return null
  const phone = phoneFrom(typed, site.language)
  if (phone === null) throw new Refusal('invalid', 'conversations.phone_wrong', {}, 'phone')
  return phone
}
