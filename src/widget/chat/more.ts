import { emojiPicker } from './emoji.ts'
import { openViewer } from './viewer.ts'

/** What the window loads when it is first used. */
const more = { emojiPicker, openViewer }
export type More = typeof more

window.kefuMore = more
