import { randomBytes } from 'node:crypto'
import type { Core } from '#src/storage/index.ts'
import { isLanguage, type Language } from '#src/texts/index.ts'

/** The one row about the appliance itself. `epoch` changes on restore: cursors of another epoch mean nothing. */
export type Appliance = { epoch: Uint8Array; publicUrl: string | null; language: Language; timeZone: string; createdAt: number }
type ApplianceRow = Omit<Appliance, 'language'> & { language: string }

/** Null until somebody set it up. */
export function appliance({ db }: Pick<Core, 'db'>): Appliance | null {
  const row = db
    .query<ApplianceRow, []>('select epoch, public_url as publicUrl, language, time_zone as timeZone, created_at as createdAt from appliance where id = 1')
    .get()
  return row && { ...row, language: isLanguage(row.language) ? row.language : 'zh-CN' }
}

export function insertAppliance({ db, now }: Core, { publicUrl, language, timeZone }: Pick<Appliance, 'publicUrl' | 'language' | 'timeZone'>): void {
  db.query(`
    insert into appliance (id, epoch, public_url, language, time_zone, created_at) values (1, $epoch, $publicUrl, $language, $timeZone, $now)
    on conflict do update set public_url = $publicUrl, language = $language, time_zone = $timeZone`).run({
    epoch: new Uint8Array(randomBytes(16)),
    publicUrl,
    language,
    timeZone,
    now: now()
  })
}
