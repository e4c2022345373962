import { exits } from '#src/platform/exit.ts'
import type { Write } from '../chapter.ts'
import * as samples from '../samples.ts'
import { optionTerms } from '../terms.ts'

export const running: Write = ({ options }) => ({
  slug: 'running',
  title: 'Running Kefu',
  lead: 'For whoever looks after the machine: options, files, backup, https, and what to do when it does not start.',
  sections: [
    {
      id: 'needs',
      title: 'What it needs',
      blocks: [
        'A small Linux machine with 1 GB of memory serves a shop easily. Everything is in one executable; it starts without a network, too, and opens no connection that you did not ask for. From the source code you make it with one command, for the machine you are on:',
        { code: samples.build },
        'The result is `dist/kefu`. Copy it where you like; nothing has to be installed beside it.'
      ]
    },
    {
      id: 'commands',
      title: 'Commands',
      blocks: [
        {
          terms: [
            { name: '`kefu serve`', says: 'Serves. Without any command Kefu does this.' },
            { name: '`kefu setup`', says: 'Makes the owner and the first site without a browser.' },
            { name: '`kefu demo`', says: 'Fills an empty folder with a believable shop, serves it and prints the logins.' },
            { name: '`kefu reset-password`', says: 'A new password for the owner, or with `--email` for somebody else. Kefu has to be stopped.' },
            {
              name: '`kefu doctor`',
              says: 'Looks at folder, file, machine and network and says what to do. Ends with 1 if something keeps Kefu from working.'
            },
            { name: '`kefu backup FILE`', says: 'Everything into one file, also while Kefu runs.' },
            { name: '`kefu version`', says: 'The version of the program.' }
          ]
        },
        '`kefu COMMAND --help` lists the options of each.'
      ]
    },
    {
      id: 'options',
      title: 'Options',
      blocks: [
        'Every option may stand on the command line or, as a variable, in the environment; the command line wins. What Kefu does not know is refused, so that a slip of the pen is not a setting that silently does not count.',
        {
          terms: optionTerms(options, {
            host: 'The address to listen on; usually `0.0.0.0`, that is all. Behind a proxy on the same machine: `127.0.0.1`.',
            port: 'The port, usually 8080; 0 takes a free one.',
            data: 'The folder of the data, usually `./data`.',
            'public-url': 'The address that people open. It wins over what was typed at set-up.',
            'trusted-proxy':
              'The proxy whose `X-Forwarded-For` is believed, as an address or a range; may be given several times. Without it all visitors behind a proxy have the proxy’s address.',
            'extra-host': 'A further name under which Kefu answers; may be given several times. All others are refused.',
            'tls-cert': 'Certificate chain (PEM), to serve https without a proxy.',
            'tls-key': 'Its private key (PEM).',
            'visitor-messages-per-minute': 'How many messages one visitor may send in a minute, usually 60.'
          })
        }
      ]
    },
    {
      id: 'folder',
      title: 'The data folder',
      blocks: [
        'Exactly one process uses a folder; a second one says so and ends. Only the owner of the folder can read it.',
        {
          terms: [
            { name: '`kefu.db`', says: 'Everything: people, conversations, files that were sent. The only thing that has to be kept.' },
            {
              name: '`kefu.db-wal, kefu.db-shm`',
              says: 'What was written last, on its way into `kefu.db`. They belong to it while Kefu runs: copying `kefu.db` alone is no backup.'
            },
            { name: '`kefu.key`', says: 'Seals passwords of outside services. Never in a backup; if it is lost, those are entered anew.' },
            { name: '`kefu.lock`', says: 'Held by the running process.' },
            { name: '`kefu.id`', says: 'Says that data was here, so that Kefu never begins afresh over a missing file.' },
            { name: '`kefu.ballast`', says: '64 MB that are let go when the disk is full, so that tidying up still works.' },
            { name: '`kefu.setup-link`', says: 'The set-up link, until there is an owner.' },
            { name: '`geo-….bin`', says: 'The data of places, unpacked from the executable. May be deleted; the next start makes it again.' },
            { name: '`backups/`', says: 'Copies made before a new version changes the file.' }
          ]
        }
      ]
    },
    {
      id: 'backup',
      title: 'Backup and back',
      blocks: [
        'One line, while Kefu runs, for example every night. The copy is checked before it gets its name, and never overwrites anything:',
        { code: samples.backup },
        'To go back: stop Kefu, put the copy in the place of `kefu.db` without the two files beside it, and start again. In the data folder:',
        { code: samples.restore },
        { note: 'Keep copies on another machine. And try the way back once before you need it.' }
      ]
    },
    {
      id: 'https',
      title: 'https',
      blocks: [
        'Browsers keep much from plain http: notifications, the clipboard, and a chat on a page that is https itself. There are two ways.',
        'A proxy in front, which also fetches the certificate. Tell Kefu about it:',
        { code: samples.serveBehindProxy },
        'Caddy needs three lines:',
        { code: samples.caddy },
        'nginx has to pass on the name, the address and the socket, and to let uploads through:',
        { code: samples.nginx },
        'Or Kefu itself, with certificate files. After they were renewed, restart Kefu:',
        { code: samples.ownTls },
        {
          note: 'Forget `--trusted-proxy`, and every visitor has one address, one place and one limit. Give it to everybody (`0.0.0.0/0`), and each visitor can pretend any address. `kefu doctor` sees both.'
        }
      ]
    },
    {
      id: 'service',
      title: 'As a service',
      blocks: [
        'For systemd, as `/etc/systemd/system/kefu.service`, with a user `kefu` of its own:',
        { code: samples.unit },
        'The set-up link of the first start then stands in `/var/lib/kefu/kefu.setup-link`. The log goes to standard error, one JSON object a line: `journalctl -u kefu`.'
      ]
    },
    {
      id: 'health',
      title: 'Is it well?',
      blocks: [
        {
          terms: [
            { name: '`GET /healthz`', says: '200 as long as the process answers.' },
            {
              name: '`GET /readyz`',
              says: '200 if a real write has reached the disk just now; otherwise 503 with the reasons: `stopping`, `damaged`, `cannot-write`, `disk-full`.'
            }
          ]
        },
        'If something looks wrong, ask the doctor. It changes nothing and may be run beside the running Kefu, with the same options:',
        { code: samples.doctor },
        'With less than 1 GB or a tenth of the disk free, uploads pause while messages go on. Every night at 3:40 the whole file is read; if it is damaged, Kefu stops writing and says so in the log and at `/readyz`.'
      ]
    },
    {
      id: 'exit-codes',
      title: 'When it does not start',
      blocks: [
        'Kefu then says one sentence and ends with a number of its own, so that a script can tell the cases apart.',
        {
          terms: [
            { name: `\`${exits.secondProcess}\``, says: 'Another process uses this data folder.' },
            { name: `\`${exits.portTaken}\``, says: 'The port is taken, or this user may not open it.' },
            { name: `\`${exits.folder}\``, says: 'The folder cannot be written, is not ours, or the disk has no room.' },
            { name: `\`${exits.damaged}\``, says: 'The file is damaged or missing. The sentence names the command that puts the newest backup in place.' },
            { name: `\`${exits.newerFile}\``, says: 'The file was written by a newer version.' },
            { name: `\`${exits.configuration}\``, says: 'An option or a variable is wrong; the sentence names it.' }
          ]
        }
      ]
    },
    {
      id: 'upgrade',
      title: 'A new version',
      blocks: [
        {
          steps: [
            'Make a backup.',
            'Put the new executable in the place of the old one.',
            'Restart. Kefu commits what is in hand, sends browsers away with a moment’s delay for each, and ends within 15 seconds; they come back by themselves, and what was written meanwhile is sent then.'
          ]
        },
        'If the new version changes the file, it first puts a copy into `backups/`. An older version refuses a newer file instead of damaging it: to go back, take the old executable and that copy.'
      ]
    },
    {
      id: 'limits',
      title: 'Limits',
      blocks: [
        'They keep one visitor from taking the place of all others, and are wide enough for people.',
        {
          list: [
            'A visitor: 60 messages a minute (20 at once), files up to 25 MB.',
            'A conversation: 20 files or 100 MB.',
            'An address: 60 new visitors and 10 uploads in ten minutes, three left messages an hour, 1,200 requests a minute. A carrier may put many people behind one address.',
            'A colleague: 30 messages in ten seconds, files up to 50 MB.'
          ]
        }
      ]
    }
  ]
})
