/** Looks after a running appliance: its file whole, its log short, room on its disk, and whether it can still write. */
export { wholeFileDamage } from './integrity.ts'
export { startUpkeep, type Unready, type Upkeep } from './upkeep.ts'
