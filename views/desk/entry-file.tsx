import type { FileView } from '#src/files/index.ts'
import type { Say } from '#src/texts/index.ts'
import { FileCard, Picture } from '#views/ui/index.ts'

/** A file in a message: pictures are shown in a box that is reserved before they come, sounds and films can be played, the rest is saved. */
export function EntryFile({ file: { publicId, kind, name, bytes, width, height }, say }: { file: FileView; say: Say }) {
  const address = `/f/${publicId}`
  if (kind === 'image') return <Picture href={address} width={width} height={height} name={name} say={say} />
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: what visitors record has no captions */}
      {kind === 'audio' ? <audio class="bubble-sound" controls preload="none" src={address} aria-label={name} /> : null}
      {/* biome-ignore lint/a11y/useMediaCaption: what visitors record has no captions */}
      {kind === 'video' ? <video class="bubble-film" controls preload="none" src={address} width={320} height={180} aria-label={name} /> : null}
      <FileCard href={address} name={name} bytes={bytes} say={say} />
    </>
  )
}
