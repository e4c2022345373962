import type { Write } from '../chapter.ts'
import * as samples from '../samples.ts'

export const firstSteps: Write = (facts) => ({
  slug: 'first-steps',
  title: 'First steps',
  lead: 'From the download to the first visitor you have answered: some ten minutes, most of them for finding the place to paste one line.',
  sections: [
    {
      id: 'start',
      title: 'Start Kefu',
      blocks: [
        'Kefu is one program. It needs no database server, no web server and no mail server beside it. If you have the executable `kefu`, start it in an empty folder. From the source code two commands do, on any machine that has Node:',
        { code: samples.fromSource },
        'Where Bun is installed, `bun install && bun run start` does the same. Kefu then listens on port 8080 and keeps everything it learns in the folder `data`. If the port is taken, choose another:',
        { code: samples.otherPort },
        {
          note: 'To look around first: `kefu demo` fills an empty folder with a tea shop, its staff, visitors who walk about and conversations to read, and prints how to sign in. Nothing of it gets into your own data.'
        },
        { code: samples.demo }
      ]
    },
    {
      id: 'set-up',
      title: 'Open the set-up link',
      blocks: [
        'At its first start Kefu prints an address with a code in it. Open it in a browser: whoever has this link becomes the owner, so it works once, changes with every start, and is gone as soon as there is an owner. Where nobody sees the output, in a service for example, the link also stands in the file `kefu.setup-link` in the data folder.',
        'The page asks for you (name, e-mail, a password of at least 10 characters), for your shop (name and web address) and for the address of Kefu itself. This last one matters: it is the address that visitors and colleagues will use, and later Kefu answers to no other name.',
        'Without a browser the same is done by one command, the password coming from standard input:',
        { code: samples.setUp }
      ]
    },
    {
      id: 'paste',
      title: 'Paste the line',
      blocks: [
        'Set-up ends with one line of code. Put it into every page of your shop, before `</head>`. In most shop systems that is one template or a field called “code in the head”.',
        { code: samples.codeLine(facts) },
        'That was all. Whatever you change in Kefu later holds at once on every page, without touching the line again. On the page of the site you see as soon as the first page with it was opened. More about it in [The code line](code-line).'
      ]
    },
    {
      id: 'try',
      title: 'Be your own visitor',
      blocks: [
        'You need not wait for a visitor, nor paste anything yet: Kefu brings a small [demo shop](/demo) that carries your line. Open it in a second window, or on your phone, and put the [conversations](/conversations) beside it.',
        {
          steps: [
            'Walk through the demo shop. Under “Visitors” a row appears within a second, with place, source and the page that is open.',
            'Press the round button at the corner and write something. You see the words grow while they are typed, hear a sound, and the conversation stands under “Waiting”.',
            'Answer. With your first reply the conversation is yours; the visitor sees your name and your answer.',
            'Send a picture from both sides, close the window, open another page: everything is still there.'
          ]
        }
      ]
    },
    {
      id: 'invite',
      title: 'Ask your colleagues in',
      blocks: [
        'Under Settings → People → “Invite somebody” you get a link. Pass it on by any means; it works once, for three days, and no mail server is needed. [People and roles](people) tells who may do what.'
      ]
    },
    {
      id: 'before-opening',
      title: 'Before customers come',
      blocks: [
        {
          list: [
            'Let Kefu be reached over https, through a proxy or with a certificate of your own: [how](running#https). Over plain http passwords can be read on the way, and browsers refuse notifications.',
            'Make a backup every night. It is [one line](running#backup).',
            'Let `kefu doctor` look at everything: it says what is wrong and what to do about it.',
            'Under Settings write a welcome of your own, and choose what the form asks for while nobody is there.'
          ]
        }
      ]
    }
  ]
})
