import type { TextKey, Values } from '#src/texts/index.ts'

/** What a look at one thing found. `bad` keeps Kefu from working, `doubtful` will hurt one day; both come with a cure. */
export type Finding = { level: 'good'; says: TextKey; values: Values } | { level: 'doubtful' | 'bad'; says: TextKey; cure: TextKey; values: Values }

export const good = (says: TextKey, values: Values = {}): Finding => ({ level: 'good', says, values })
export const doubtful = (says: TextKey, cure: TextKey, values: Values = {}): Finding => ({ level: 'doubtful', says, cure, values })
export const bad = (says: TextKey, cure: TextKey, values: Values = {}): Finding => ({ level: 'bad', says, cure, values })
