import type { Config } from '#src/platform/config.ts'
import type { Hired } from './past/company.ts'

/** What whoever started the demo reads: who may sign in, and where. */
export function logins(staff: readonly Hired[], { port, publicUrl, tls }: Pick<Config, 'port' | 'publicUrl' | 'tls'>, seed: number): string[] {
  const address = publicUrl ?? (port === 0 ? null : `${tls ? 'https' : 'http'}://localhost:${port}`)
  const rows = staff.map(({ role, email, password, nickname, jobNumber, timeZone }) => [role, email, password, `${nickname} · ${jobNumber} · ${timeZone}`])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return [
    '',
    'The demo shop is filled. These logins are made at random and shown once:',
    '',
    ...rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()),
    '',
    `  The shop, to be a visitor yourself: ${address ?? '(this address)'}/demo`,
    `  Visitors and some colleagues are played by Kefu itself (seed ${seed}); nobody is played whose page is open.`
  ]
}
