import type { Write } from '../chapter.ts'

export const answering: Write = () => ({
  slug: 'answering',
  title: 'Answering visitors',
  lead: 'A day at the desk: who is there, who waits, what you write, and what Kefu does when the network fails.',
  sections: [
    {
      id: 'desk',
      title: 'The desk',
      blocks: [
        'On the left stand the conversations: those who wait, yours, and your colleagues’. In the middle is the one you opened. On the right is the visitor: where from, by which search or link, on which device, the pages seen and how long each was looked at, earlier conversations.',
        'The lists change by themselves; nothing has to be reloaded. Where visitors write is read by you as they type, so you can look something up before the question is sent. They only see that you are typing, never what.'
      ]
    },
    {
      id: 'status',
      title: 'Your status',
      blocks: [
        'Your picture in the lower corner of the rail carries your status. It stays as you chose it, over reloads and restarts.',
        {
          terms: [
            { name: 'Online', says: 'You take conversations.' },
            { name: 'Busy', says: 'You are there; visitors read “answers a little later”.' },
            { name: 'Away', says: 'You are there again soon; visitors read “back soon”.' },
            { name: 'Offline', says: 'For visitors you are not there. If this is true of everybody, the window shows the form for leaving a message.' }
          ]
        },
        'Closing the last page of Kefu makes you offline after one minute, not at once: a reload or a short trip through a tunnel costs nothing.'
      ]
    },
    {
      id: 'accept',
      title: 'Accepting',
      blocks: [
        'Whoever writes first stands under “Waiting”, the longest first, and you hear it. Usually your first reply accepts. If your site is set to “Accept with a click”, the button “Accept” comes before the first word. If two press at once, one has the conversation and the other reads who.',
        'Conversations of colleagues can be read along. If the colleague has gone offline, “Take over” is there instead of the field. A visitor who writes to somebody who is gone waits again, visible to all.'
      ]
    },
    {
      id: 'reply',
      title: 'Replying',
      blocks: [
        {
          list: [
            '`Enter` sends, `Shift Enter` begins a new line. While you choose Chinese words `Enter` belongs to the input method. A message holds 8,000 characters.',
            'Pictures and files: by the buttons, by drag and drop, or pasted from the clipboard. Large photos are made smaller before they are sent. Up to 50 MB each; visitors up to 25 MB.',
            'Pictures (PNG, JPEG, GIF, WebP, AVIF, HEIC), PDF, text, CSV, Office documents, ZIP, sound and video are taken. What a file is tells its content, not its name; what could run as a program is refused.',
            'One tick means it is stored, two that the visitor’s browser has it, “Read” that it was on the screen in front of somebody.'
          ]
        }
      ]
    },
    {
      id: 'nothing-lost',
      title: 'When the network fails',
      blocks: [
        'What you have sent is kept in the browser until Kefu has it on disk, and is sent again by itself, once only. A message that was refused says why and offers “Send again” and “Delete”. What you have written and not sent is kept as a draft, per conversation, on the server: you find it on the next computer, too.',
        'The visitor’s side does the same. You can restart the server in the middle of a conversation, and nobody has to say anything twice.'
      ]
    },
    {
      id: 'close',
      title: 'Closing and going on',
      blocks: [
        'Close a conversation when it is done. It moves to “Closed conversations”, where it is found by name, place or words and can be opened again. If the visitor writes within 24 hours, it goes on by itself; later a new one begins, and both stand in the history.',
        'Conversations are never deleted.'
      ]
    },
    {
      id: 'visitors',
      title: 'Who is on the site',
      blocks: [
        '“Visitors” lists everybody who has a page open now. Each column sorts; site, state and words filter. “Place” comes from the address and is as exact as such data is: where it is not known it says so. “Source · keyword” says by which search engine, advertisement or link somebody came; most engines keep the keyword to themselves, and then nothing is invented.',
        'A visitor counts as gone one minute after the last page was closed, and stays in the list for half an hour. Robots are not listed.'
      ]
    },
    {
      id: 'messages',
      title: 'Messages left behind',
      blocks: [
        'While nobody is online, visitors leave a message with a phone number or an e-mail address. It arrives under “Messages”. Call or write back, or answer right there: the answer waits in the chat window until this visitor comes again. Then press “Mark as handled”; it can be undone.'
      ]
    },
    {
      id: 'notices',
      title: 'Sound, title, desktop',
      blocks: [
        'Settings → Profile says by what and for what you are interrupted. With several pages open only one rings, and nothing rings for the conversation you are reading. “Do not show what was written” is for screens that others can see.',
        {
          note: 'Browsers allow sound only after you have clicked somewhere in the page, and desktop notifications only over https (or on the computer that Kefu runs on). A banner says so while it matters.'
        }
      ]
    },
    {
      id: 'keys',
      title: 'Keys',
      blocks: [
        'Single letters count outside of fields, those with `Alt` everywhere. `?` shows this list in Kefu.',
        {
          terms: [
            { name: '`j`', also: '`Alt ↓`', says: 'Next conversation' },
            { name: '`k`', also: '`Alt ↑`', says: 'Previous conversation' },
            { name: '`Enter`', also: '`Ctrl Enter`', says: 'Send' },
            { name: '`Shift Enter`', says: 'New line' },
            { name: '`Alt A`', says: 'Accept whoever has waited longest' },
            { name: '`Alt W`', says: 'Close the conversation' },
            { name: '`/`', says: 'Search' },
            { name: '`Esc`', says: 'Back, out of a field' },
            { name: '`?`', says: 'Show all keys' }
          ]
        }
      ]
    },
    {
      id: 'phone',
      title: 'On a phone',
      blocks: [
        'Open the same address. List, conversation and visitor stand one behind the other, the sections at the bottom, everything within reach of the thumb. Keep the page open: a phone that sleeps cannot ring.'
      ]
    }
  ]
})
