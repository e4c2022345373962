import type { Say } from '#src/texts/index.ts'
import type { PageData } from '#src/widget/chat/page-data.ts'
import { type Assets, Page } from '#views/layout/index.ts'
import { PlainForm, type PlainFormProps } from './plain-form.tsx'

export type ChatPageProps = {
  say: Say
  /** chat.css and chat.js; `more` in the data is the second script. */
  assets: Assets
  data: PageData
  /** Where the form without scripts goes, and what it was sent with. */
  plain: Omit<PlainFormProps, 'say' | 'asks'>
}

/** The page `/c/KEY`. Its program builds the window; without one there is a plain form for leaving a message. */
export function ChatPage({ say, assets, data, plain }: ChatPageProps) {
  return (
    <Page
      title={say('chat.page', { site: data.site.name })}
      say={say}
      assets={assets}
      look={{ theme: 'light', density: null, text: null }}
      isShops
      head={<meta name="kefu" content={JSON.stringify(data)} />}
    >
      <noscript>
        <div class="kf kf-plain-page">
          <PlainForm say={say} asks={data.form} {...plain} />
        </div>
      </noscript>
    </Page>
  )
}
