import type { Say } from '#src/texts/index.ts'
import { fileSize } from '../file-size.tsx'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icons.ts'

export type FileKind = 'document' | 'sheet' | 'archive' | 'audio' | 'video' | 'picture' | 'other'

const kinds: Record<FileKind, IconName> = {
  document: 'file-text',
  sheet: 'file-spreadsheet',
  archive: 'file-archive',
  audio: 'file-audio',
  video: 'file-video',
  picture: 'image',
  other: 'file'
}

type FileCardProps = { href: string | null; name: string; bytes: number; kind?: FileKind; note?: string; say: Say; id?: string }

/** A file: the name is cut before its ending, so that the true ending is always seen. Without `href` it is still on its way (or gone; `note` says so). */
export function FileCard({ href, name, bytes, kind = fileKindOf(name), note, say, id }: FileCardProps) {
  const [stem, ending] = splitName(name)
  return (
    <div class="bubble bubble-file" id={id}>
      <Icon name={kinds[kind]} size={24} />
      <span class="file-text">
        <span class="file-name" title={name}>
          <bdi class="cut">{stem}</bdi>
          <bdi>{ending}</bdi>
        </span>
        <span class="dim">{[fileSize(bytes, say.language), note].filter(Boolean).join(' · ')}</span>
      </span>
      {href === null ? null : (
        <a
          class="btn btn-ghost btn-icon btn-sm"
          href={href}
          download={name}
          aria-label={say('ui.file.download', { name })}
          title={say('ui.file.download_short')}
        >
          <Icon name="download" />
        </a>
      )}
    </div>
  )
}

const endings: [FileKind, RegExp][] = [
  ['sheet', /\.(xlsx?|csv|ods|numbers)$/i],
  ['document', /\.(pdf|docx?|txt|md|rtf|odt|pptx?|pages)$/i],
  ['archive', /\.(zip|7z|rar|gz|tar)$/i],
  ['audio', /\.(mp3|m4a|aac|ogg|wav|amr)$/i],
  ['video', /\.(mp4|webm|mov|mkv)$/i],
  ['picture', /\.(png|jpe?g|gif|webp|avif|heic)$/i]
]

/** By the ending, for the icon only: what a file may do is decided by its bytes, elsewhere. */
export function fileKindOf(name: string): FileKind {
  return endings.find(([, ending]) => ending.test(name))?.[0] ?? 'other'
}

function splitName(name: string): [string, string] {
  const dot = name.lastIndexOf('.')
  return dot > 0 && name.length - dot <= 8 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
}
