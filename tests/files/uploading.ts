/** A process that uploads files for ever into the database it is given, attaching every second one: to be killed. */
import { attachFile, type UploadFor } from '#src/files/index.ts'
import { silentLog } from '#src/platform/log.ts'
import { createStorage, migrate, openDatabase } from '#src/storage/index.ts'
import { png } from '#tests/support/files.ts'
import { insertEntry, openShop } from '#tests/support/shop.ts'
import { store } from '#tests/support/stored-files.ts'

const db = openDatabase(process.argv[2] ?? '')
migrate(db)
const { core } = createStorage(db, { now: Date.now, log: silentLog })
const shop = await openShop(core)
const [conversation] = shop.conversations
const upload: UploadFor = { siteId: shop.site, uploader: { kind: 'visitor', id: shop.visitors[0] }, conversationId: null }
for (let n = 0; n < 40; n++) {
  const { publicId } = await store(core, png(1, 1, 1_500_000), `${n}.png`, upload)
  if (n % 2 === 0) await core.transact(() => attachFile(core, publicId, upload.uploader, conversation, insertEntry(core, conversation)))
  console.log(n % 2 === 0 ? publicId : '-')
}
