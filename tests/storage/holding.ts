import { folderAt, lockFolder } from '#src/storage/index.ts'

/** Takes the folder of the first argument and keeps it, with nothing left that refers to the lock but the lock itself. */
lockFolder(folderAt(process.argv[2] ?? ''))
setInterval(() => Bun.gc(true), 50)
console.log('held')
