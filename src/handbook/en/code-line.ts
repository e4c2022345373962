import type { Write } from '../chapter.ts'
import * as samples from '../samples.ts'

export const codeLine: Write = (facts) => ({
  slug: 'code-line',
  title: 'The code line',
  lead: 'What the one line does on your pages, where it may stand, and what a strict page has to allow.',
  sections: [
    {
      id: 'line',
      title: 'The line and its place',
      blocks: [
        'Every site has a line of its own. You find it, with a button to copy it, under Settings → Sites. It belongs into every page, best before `</head>`, and once per page; a second copy does nothing.',
        { code: samples.codeLine(facts) },
        'It loads beside your page and never holds it up. If Kefu cannot be reached, your page works as if the line were not there.'
      ]
    },
    {
      id: 'what-it-does',
      title: 'What it does',
      blocks: [
        {
          list: [
            'It loads one script of less than 12 KB and opens one connection to Kefu. From then on you see the visitor in the list, with the page that is open and the pages before.',
            'It draws a round button in the lower corner, with the number of unread answers. Your style sheets do not reach it, and it does not touch yours.',
            'Only when the button is pressed is the chat window loaded, in a frame of its own. What is said there stays between the visitor and Kefu; scripts of your page cannot read it.',
            'Shops that change pages without loading them anew are followed too. A tab that nobody looks at rests after five minutes and comes back when it is looked at.',
            'Page addresses are kept without what follows `#`, and the values of parameters that look like secrets (`token`, `password`, `email` and the like) are hidden before anything is stored.'
          ]
        }
      ]
    },
    {
      id: 'language',
      title: 'Another language on some pages',
      blocks: [
        'Button and window speak the language of the site. Pages in another language say so with `data-language`: `zh-CN`, `zh-TW` or `en`; for any other language the nearest of the three is taken.',
        { code: samples.inLanguage(facts) }
      ]
    },
    {
      id: 'origins',
      title: 'Which pages may open the chat',
      blocks: [
        'The line is visible to everybody, so somebody could paste it into a page of their own. Therefore only pages on the list “Allowed pages” of the site are served. From the web address you typed Kefu makes the entries with and without `www`.',
        {
          terms: [
            { name: '`https://shop.example`', says: 'This address and nothing else: scheme, name and port must be the same.' },
            {
              name: '`https://*.shop.example`',
              says: 'Every name below `shop.example`, at any depth, but not `shop.example` itself: that one needs its own entry.'
            },
            { name: '`http://localhost:3000`', says: 'A machine in your house, for trying. Remove it when you are done.' }
          ]
        },
        'Whoever asks from elsewhere gets nothing, and appears on the page of the site under “Turned away”, with a button “Allow”. An empty list means nobody, not everybody.',
        'If all entries lie below one domain, all its subdomains share one visitor and one conversation. If they do not, each address knows its visitors by itself.'
      ]
    },
    {
      id: 'seen',
      title: 'Is the line at work?',
      blocks: [
        'Under Settings → Sites stands when and where Kefu last heard from the line. If it says “Code not seen yet” although you have opened a page with it, look in this order:',
        {
          steps: [
            'Is the address under “Turned away”? Then press “Allow”.',
            'Is your page on https and Kefu on http? Browsers block that. Kefu needs [https](running#https) too.',
            'Does the browser’s console (F12) speak of a “Content Security Policy”? Then the page has to [allow Kefu](#csp).',
            'Does a plug-in of your shop combine or delay scripts? Leave this line out of it: it must stand in the page as it is.',
            'Were you looking with a test tool? Search engines, monitors and other robots get no chat and are not counted.'
          ]
        }
      ]
    },
    {
      id: 'csp',
      title: 'Pages with a strict policy',
      blocks: [
        'Pages that send a Content-Security-Policy need three entries for Kefu, and no others: no `unsafe-inline`, nothing for styles or pictures.',
        { code: samples.pagePolicy(facts) },
        'The second address in `connect-src` is the socket. Where it is missing, or a proxy lets no sockets through, the chat goes on over ordinary requests, a little slower.'
      ]
    },
    {
      id: 'storage',
      title: 'What it keeps in the browser',
      blocks: [
        'Mention these in your privacy notice. `KEY` stands for the key of your site. None of it goes to a third party.',
        {
          terms: [
            { name: '`kefu:KEY`', also: '`localStorage`', says: 'A random token by which the visitor is known again. Kefu itself keeps only a digest of it.' },
            {
              name: '`kefu_KEY`',
              also: '`cookie`',
              says: 'The same token for all subdomains of the shop; 180 days, `SameSite=Lax`, `Secure` on https. Written by the script and never read by Kefu’s server; it is only there if all allowed pages lie below one domain.'
            },
            { name: '`kefu:KEY:rang`', also: '`localStorage`', says: 'When a tab last rang, so that five tabs do not ring at once.' },
            { name: '`kefu:KEY:quiet`', also: '`localStorage`', says: 'The visitor has turned the sound off.' },
            { name: '`kefu:KEY:open`', also: '`sessionStorage`', says: 'The window is open, so that it stays open on the next page.' }
          ]
        },
        'The window in its frame keeps unsent messages and the draft under Kefu’s own address, until they are sent. Where storage is blocked everything is held in memory: the chat works, and ends with the page.'
      ]
    },
    {
      id: 'fixed-version',
      title: 'A version that cannot change',
      blocks: [
        'Who has to pin every script takes the file with the version in its name and its checksum. This is the line for the version that runs here now:',
        { code: samples.pinned(facts) },
        {
          note: 'With every update of Kefu that changes the script this file gets another name, and the old one is gone. Pages that pin it have to be changed with the update; the ordinary line needs nothing.'
        }
      ]
    },
    {
      id: 'not-there',
      title: 'Where it should not stand',
      blocks: [
        'Do not paste it into pages on which card numbers are typed. The rules for such pages (PCI DSS) ask you to keep every script away that the payment does not need, and this is one.'
      ]
    },
    {
      id: 'link',
      title: 'Without any line',
      blocks: [
        'The chat window also has an address of its own. It can stand in an e-mail, in the menu of an official account, behind a QR code on a parcel: whoever opens it talks to you, as if on your site.',
        { code: samples.windowAddress(facts) },
        'Browsers without JavaScript see a plain form there, for leaving a message.'
      ]
    }
  ]
})
