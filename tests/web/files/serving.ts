/** A process with nothing but a door for files, on the database it is given: its memory is watched from outside. */
import { silentLog } from '#src/platform/log.ts'
import { createStorage, migrate, openDatabase } from '#src/storage/index.ts'
import { createUploads, uploadLimits } from '#src/web/files/index.ts'
import { openShop } from '#tests/support/shop.ts'
import { openDoor } from './door.ts'

const db = openDatabase(process.argv[2] ?? '')
migrate(db)
const { core } = createStorage(db, { now: Date.now, log: silentLog })
const shop = await openShop(core)
let n = 0
const { port } = openDoor(core, createUploads(core), () => ({
  siteId: shop.site,
  uploader: { kind: 'agent', id: shop.agents[n++ % 2] ?? 0 },
  conversationId: null,
  limitBytes: uploadLimits.visitor
}))
console.log(port)
