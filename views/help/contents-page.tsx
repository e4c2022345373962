import { helpAddress } from './address.ts'
import { HelpFrame, type HelpPageProps } from './help-page.tsx'

/** The first page: what there is to read. */
export function ContentsPage(frame: HelpPageProps) {
  const { chapters, reading } = frame
  const { say, language } = reading
  return (
    <HelpFrame {...frame} title={say('layout.settings.help')}>
      <h1>{say('layout.settings.help')}</h1>
      <p class="help-lead">{say('help.lead')}</p>
      <ol class="help-chapters">
        {chapters.map(({ slug, title, lead }) => (
          <li>
            <a href={helpAddress(language, slug)}>
              <b>{title}</b>
              <span>{lead}</span>
            </a>
          </li>
        ))}
      </ol>
    </HelpFrame>
  )
}
