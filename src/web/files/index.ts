/** Files at the doors: taken in as raw streams, served so that nothing in them runs, opened to visitors by signed addresses. */
export { fileSlots, serveFile, type Viewer } from './serve.ts'
export { openSigned, type SignedQuery, signFileAddress } from './signed-address.ts'
export { createSlots, type Slots } from './slots.ts'
export { createUploads, type Upload, type Uploads, uploadLimits, uploadsOf } from './uploads.ts'
