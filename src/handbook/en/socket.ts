import type { Write } from '../chapter.ts'
import { entries, helloAgain, hiToPage, hiToWindow, sent, shown } from '../frames.ts'
import * as samples from '../samples.ts'
import { codeTerms, heardTerms, sentTerms } from '../terms.ts'

export const socket: Write = (facts) => ({
  slug: 'socket',
  title: 'The visitor’s socket',
  lead: 'For programmers: everything that travels between a visitor and Kefu, so that your own app can talk to your customers.',
  sections: [
    {
      id: 'whom',
      title: 'Whom this is for',
      blocks: [
        'For a website the [code line](code-line) is enough, and in an app a web view with the [chat’s own address](code-line#link) mostly is, too. This chapter is for those who want to draw the conversation themselves.',
        'A frame is one small JSON object in one text message. `t` says what it is. Fields that Kefu does not know are refused. Whole numbers in `at` are milliseconds since 1970, UTC; names such as `c`, `key` and `page` are 22 characters from `A–Z a–z 0–9 _ -`. This is version 1 of the protocol; it is raised only if an old app could misread a frame.'
      ]
    },
    {
      id: 'connect',
      title: 'Connecting',
      blocks: [
        { code: samples.openSocket(facts) },
        'Two headers matter. `Origin` must be an address that the site allows, or Kefu’s own; an app sets it itself. A client without it is refused with 403, unless the site’s page allows apps (“Let apps connect too”, off at first). `User-Agent` must be there and must not look like a robot’s.',
        { code: samples.socketHeaders(facts) },
        'The first frame has to be `hello`, within five seconds. As a chat you say `as: "window"`. A loader, which only shows the button and the number of unread messages, says `as: "page"` and may send nothing but `page`, `visible` and `ping`.',
        { code: shown(sent.hello) },
        'Kefu answers with `hi`. If it holds a `token`, this visitor is new: keep the token like a password and send it with every later `hello`. It never stands in an address.',
        { code: shown(hiToWindow) }
      ]
    },
    {
      id: 'send',
      title: 'What you send',
      blocks: [
        {
          terms: sentTerms({
            hello:
              'Who you are. `site` is the key in the code line, `token` the one you got, `url` and `title` what the visitor looks at (agents see it), `lang` the language you want. `page`, `framed` and `visible` are used by our own loader. For coming back see [below](#resume).',
            page: 'The visitor goes to another page or screen.',
            visible: 'The app goes to the background, or comes back. Only time in front counts as looked at.',
            say: 'A message: `text`, or `file` with the id of an [upload](#files), or both. `key` is 16 to 64 characters, random and new for each message; send it again with the same key until it is acknowledged.',
            leave:
              'A message left while nobody is there (`reach` is `form`). A phone number or an e-mail address has to be with it, and whatever the site demands; `nak` names the `field`.',
            typing: 'What stands in the field now, unsent. Only if `watched` is true, at most three times a second. It is shown and forgotten.',
            got: 'You have everything of conversation `c` up to this `seq`.',
            read: 'It was on the screen, up to this `seq`.',
            after: 'What came after this entry? In pages of 50; wait for the answer before you ask again.',
            before: 'What stood before this entry? In pages of 50.',
            file: 'A new address for a file whose old one has run out.',
            ping: 'Are you still there? Ask every 25 seconds; without `pong` after 8 seconds connect anew.'
          })
        }
      ]
    },
    {
      id: 'hear',
      title: 'What you hear',
      blocks: [
        {
          terms: [
            { name: '`hi`', says: 'The answer to `hello`. For a window it is shown above; this is the one for a page:', example: shown(hiToPage) },
            ...heardTerms({
              ack: 'Your message is on disk, as number `seq` of conversation `c`. Now, and not before, you may forget it.',
              nak: 'It was refused; `code` says why, `text` says it to the visitor. With `wait` it may be sent again after so many seconds.',
              entry: 'Something was added to a conversation, your own messages included.',
              entries: 'A page of history, the answer to `after` and `before`. `more`: newer ones follow; `earlier`: older ones exist.',
              state:
                'What is not a list: the newest conversation (`waiting`, `open`, `closed`), who answers, how far agents have received and read, how far this visitor has read (`seen`), and whether somebody can be reached: `chat` or `form`.',
              typing: 'The agent is typing. Show it for some five seconds.',
              unread: 'To pages: how many answers are unread, and the newest if it has just come.',
              file: 'The address you asked for, below Kefu’s own. It works for five to ten minutes, for this visitor only.',
              pong: 'The answer to `ping`.',
              bye: 'Kefu closes next. Come back after `wait` milliseconds; after `gone` not at all.'
            })
          ]
        }
      ]
    },
    {
      id: 'entries',
      title: 'Entries and their order',
      blocks: [
        'A conversation is a list of entries, numbered by `seq` from 1 without gaps. `c` and `seq` together name an entry: if it comes twice, it is the same. Show conversations in the order in which they come and entries by `seq`; times are for showing only. If a number is missing, ask with `after`.',
        { code: entries.map((entry) => shown(entry)).join('\n') },
        'Pictures of agents and addresses of files begin with `/`: put Kefu’s address in front.'
      ]
    },
    {
      id: 'resume',
      title: 'Coming back',
      blocks: [
        'Connections break. Say `hello` again with the token, the `epoch` from `hi`, and `c` and `seq` of any entry you hold, best the newest. Kefu then sends only what came later, and the state of now.',
        { code: shown(helloAgain) },
        '`more` says that further entries follow: ask with `after`. `reset` says that your cursor means nothing any more, because a backup was restored: forget what is on the screen and show what comes. In both cases send whatever is not acknowledged once more; the keys see to it that nothing is said twice.',
        'Never stop trying. Wait a random time between nothing and 1, 2, 4 … 30 seconds, and try at once when the network returns or the app is opened.'
      ]
    },
    {
      id: 'refusals',
      title: 'Reasons of a refusal',
      blocks: [
        {
          terms: codeTerms({
            bad_request: 'The frame cannot be read: unknown, incomplete, or with a field too many. Sending it again does not help.',
            unknown_token: 'The token of a framed window is not known. Ask the page for another one.',
            too_long: 'More than 8,000 characters. Nothing is ever cut.',
            empty: 'Neither text nor a file.',
            invalid: 'A field of the form is missing or wrong; `field` says which.',
            cmid_reused: 'This key was used for other words. Every message needs a key of its own.',
            rate: 'Too fast. Send it again after `wait` seconds.',
            busy: 'Too much to do just now. Send it again after `wait` seconds.',
            storage_full: 'The server’s disk is full. Keep the message and send it again later.',
            missing: 'There is no such conversation or file, or it is not this visitor’s.',
            fault: 'Our mistake, and in the log. Send it again after `wait` seconds.'
          })
        },
        'What was refused with `wait` comes first when you send again: later messages of this connection are refused until it has come, for at most ten seconds, so that their order is kept.'
      ]
    },
    {
      id: 'limits',
      title: 'Limits',
      blocks: [
        {
          list: [
            'A frame: 64 KiB. A message: 8,000 characters.',
            'A visitor: 20 messages at once, then 10 a second, and 60 a minute; 20 of them unacknowledged. 30 new pages a minute.',
            'At once: 30 connections of a visitor, 100 from an address.',
            'A connection: 60 frames a second, 200 at once. The third time beyond that ends it.',
            'An address: 60 new visitors in ten minutes, three left messages an hour.'
          ]
        }
      ]
    },
    {
      id: 'closing',
      title: 'When the socket closes',
      blocks: [
        {
          terms: [
            { name: '`1000`', says: 'After `nak unknown_token`.' },
            { name: '`1003`', says: 'A binary message came. Only text is understood.' },
            { name: '`1006`', says: 'Cut, or your side read too slowly: more than 256 KiB were waiting. Come back with your cursor.' },
            { name: '`1008`', says: 'Nothing here for you: unknown site, an address that is not allowed, a robot. Do not come back.' },
            { name: '`1009`', says: 'The frame was larger than 64 KiB.' },
            { name: '`1011`', says: 'Our mistake. Come back.' },
            { name: '`1012`', says: 'Kefu restarts. Come back after the `wait` of `bye`.' },
            { name: '`1013`', says: 'More than 30 connections of one visitor: this tab made room. Come back after the `wait` of `bye`.' },
            { name: '`4401`', says: 'No `hello` within five seconds, or something else first.' },
            { name: '`4429`', says: 'Too fast, or too many new visitors from this address. Come back after a minute, or after the `wait` of `bye`.' }
          ]
        }
      ]
    },
    {
      id: 'http',
      title: 'Where no socket passes',
      blocks: [
        'The same frames travel over HTTP, in lists. The first request holds `hello` and no `X-Kefu-Link`; the answer names the link, and every later request carries it. At most 20 frames and 128 KiB at a time.',
        { code: samples.http(facts) },
        { code: samples.httpAnswer },
        'What comes in between is fetched by `POST /v/wait` with the same header: it is held for up to 25 seconds until there is something, then ask again. A link that nobody uses for a minute is forgotten; 404 means: begin anew with `hello`.'
      ]
    },
    {
      id: 'files',
      title: 'Sending files',
      blocks: [
        'While a connection is open, send the file as the body of a request, just its bytes, with the name percent-encoded. At most 25 MiB; pictures should be made smaller first.',
        { code: samples.upload(facts) },
        { code: samples.uploadAnswer },
        'Then `say` with its `id`. An id is good for one message. A file that no message uses is thrown away within the hour. Answers that are no success: 413 too large, 415 a kind that is not taken, 429 too many, 507 no room.'
      ]
    }
  ]
})
