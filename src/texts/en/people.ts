export const people = {
  'people.password_short': 'At least 10 characters. A sentence is easier to remember than a word.',
  'people.password_long': 'At most 128 characters.',
  'people.password_common': 'Too easy to guess. Take one that is not on every list of common passwords.',
  'people.nickname_needed': 'Type the name that visitors will see.',
  'people.email_wrong': 'That is not an e-mail address. Example: hua@shop.example',
  'people.phone_wrong': 'That is not a phone number. Begin with the country code, for example +86 138 0013 8000',
  'people.login_name_needed': 'An e-mail address or a phone number is needed to sign in.',
  'people.email_taken': 'Somebody else signs in with this address.',
  'people.phone_taken': 'Somebody else signs in with this number.',
  'people.time_zone_wrong': 'Choose a time zone from the list.',
  'people.is_disabled': 'This account is disabled. Enable it first.',
  'people.heir_unready': 'Only somebody who has signed in before can become the owner.'
} as const
