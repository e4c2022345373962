import type { Write } from '../chapter.ts'
import * as samples from '../samples.ts'

export const people: Write = () => ({
  slug: 'people',
  title: 'People and roles',
  lead: 'Who may do what, how somebody gets in without a mail server, and what to do when somebody leaves.',
  sections: [
    {
      id: 'roles',
      title: 'Three roles',
      blocks: [
        {
          terms: [
            { name: 'Owner', says: 'May do everything. There is exactly one, and the role can be handed over.' },
            { name: 'Administrator', says: 'Looks after sites and people, and sees all conversations. Cannot touch the owner.' },
            { name: 'Agent', says: 'Answers visitors and handles messages, on all sites. Changes nothing but their own profile.' }
          ]
        },
        'Nobody can give a role that is mightier than their own, or change somebody who is mightier. Whatever is changed here stands in a log that cannot be altered.'
      ]
    },
    {
      id: 'invite',
      title: 'Inviting somebody',
      blocks: [
        {
          steps: [
            'Settings → People → “Invite somebody”: the name that visitors will see, and an e-mail address or a phone number to sign in with. One of the two is enough.',
            'Choose the role and press “Make the link”. The link is shown once. Pass it on as you like.',
            'Your colleague opens it and chooses a password. The link works once and for three days; a new one can be made at any time, and the old one is dead then.'
          ]
        }
      ]
    },
    {
      id: 'password',
      title: 'A forgotten password',
      blocks: [
        'On the page of the person “Link for a new password” makes a link that works once, for half an hour. If it is the owner’s own password that is lost, stop Kefu, run this on the server, type a new password, and start Kefu again; at the next sign-in it has to be changed once more:',
        { code: samples.resetPassword },
        'After five wrong passwords each further try has to wait, longer every time, at most a quarter of an hour. Nobody can lock somebody else out for good. After ten of them the owner of the account is told at the next sign-in.'
      ]
    },
    {
      id: 'leaving',
      title: 'Somebody leaves',
      blocks: [
        '“Disable” ends it: within a second every device of that person is signed out, and signing in is over. Conversations keep the name. The account can be enabled again. A change of role signs out as well, so that nobody goes on with rights they no longer have.'
      ]
    },
    {
      id: 'handing-over',
      title: 'Handing Kefu over',
      blocks: [
        'The owner can make somebody else the owner, if that person has signed in before. The old owner becomes an administrator, both sign in again, and only the new owner can give it back.'
      ]
    },
    {
      id: 'own-account',
      title: 'Your own account',
      blocks: [
        'Settings → Profile: picture and name as visitors see them, language and time zone of your pages, light or dark, row height and text size, notifications, password. “Signed-in devices” shows where you are signed in and ends what you do not know. If somebody signs in to your account from a new place, your other pages say so.',
        'A session ends after 12 hours without use and after 7 days in any case; with “Remember this device” it is 7 days and 30.'
      ]
    }
  ]
})
