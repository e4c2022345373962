import foundation from './0001_foundation.sql' with { type: 'text' }

export type Migration = { name: string; sql: string }

/** In order; the place in this list is the schema's version. Never edit one that was released: write the next. */
export const migrations: readonly Migration[] = [{ name: '0001_foundation', sql: foundation }]
