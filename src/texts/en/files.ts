export const files = {
  'files.type': 'Files of this kind cannot be sent. Pictures, PDF, Office documents, text, zip, audio and video are fine.',
  'files.mismatch': 'The content of “{name}” is not what its ending says.',
  'files.damaged': 'This picture is damaged and cannot be shown.',
  'files.pixels': 'This picture has more than 40 megapixels. Make it smaller and try again.',
  'files.portrait': 'A picture of a person is a PNG, JPEG or WebP file.',
  'files.empty': 'This file is empty.',
  'files.encoded': 'Files are sent as they are, without compression on the way.',
  'files.interrupted': 'The file did not arrive whole. Please send it again.',
  'files.too_many': 'A conversation holds {n} {n|file|files}, and this one is full.',
  'files.no_room': 'A conversation holds {limit} of files, and this one is full.',
  'files.paused': 'Files cannot be taken just now. Messages go on as usual.'
} as const
