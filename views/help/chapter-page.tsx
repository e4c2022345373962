import type { Chapter, Section } from '#src/handbook/index.ts'
import { Icon } from '#views/ui/index.ts'
import { helpAddress } from './address.ts'
import { BlockView } from './block.tsx'
import { HelpFrame, type HelpPageProps } from './help-page.tsx'
import type { Reading } from './reading.ts'

/** One chapter, with the way to its neighbours. */
export function ChapterPage({ chapter, ...frame }: HelpPageProps & { chapter: Chapter }) {
  const { chapters, reading } = frame
  const at = chapters.findIndex(({ slug }) => slug === chapter.slug)
  return (
    <HelpFrame {...frame} title={chapter.title}>
      <article>
        <h1>{chapter.title}</h1>
        <p class="help-lead">{chapter.lead}</p>
        {chapter.sections.map((section) => (
          <SectionView section={section} reading={reading} />
        ))}
      </article>
      <nav class="help-turn" aria-label={reading.say('help.turn')}>
        <Neighbour chapter={chapters[at - 1]} way="previous" reading={reading} />
        <Neighbour chapter={chapters[at + 1]} way="next" reading={reading} />
      </nav>
    </HelpFrame>
  )
}

function SectionView({ section, reading }: { section: Section; reading: Reading }) {
  const { id, title, blocks } = section
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <a href={`#${id}`}>{title}</a>
      </h2>
      {blocks.map((block, at) => (
        <BlockView of={block} id={`${id}-${at}`} reading={reading} />
      ))}
    </section>
  )
}

function Neighbour({ chapter, way, reading }: { chapter?: Chapter; way: 'previous' | 'next'; reading: Reading }) {
  if (!chapter) return <span />
  return (
    <a href={helpAddress(reading.language, chapter.slug)} rel={way === 'next' ? 'next' : 'prev'}>
      {way === 'previous' ? <Icon name="arrow-left" /> : null}
      <span>
        <small>{reading.say(`help.${way}`)}</small>
        {chapter.title}
      </span>
      {way === 'next' ? <Icon name="chevron-right" /> : null}
    </a>
  )
}
