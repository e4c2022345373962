import { htmx } from './htmx.ts'
import { showSignedOut } from './live.ts'
import type { Answer, Sending } from './outbox.ts'
import { type PageFacts, speak } from './page.ts'
import { post } from './requests.ts'

/** Sends one message of the outbox. The answer is the entry as the thread shows it; a thread that is not open any more drops it. */
export async function sendReply(page: PageFacts, { key, conversation, text, file }: Sending): Promise<Answer> {
  try {
    const response = await post(page, `/conversations/${conversation}/messages`, { key, text, file: file ?? '' })
    return await answerFrom(page, response)
  } catch {
    return { outcome: 'later', wait: null }
  }
}

async function answerFrom(page: PageFacts, response: Response): Promise<Answer> {
  const { status } = response
  if (status === 401) {
    showSignedOut()
    return { outcome: 'signed-out' }
  }
  if (status === 429 || status === 503) return { outcome: 'later', wait: secondsFrom(response.headers.get('Retry-After')) }
  if (status === 408 || status >= 500) return { outcome: 'later', wait: null }
  const html = await response.text()
  if (!response.ok) return { outcome: 'refused', because: sentenceIn(html) || speak(page, 'desk.client.refused') }
  await htmx().swap({ sourceElement: document.body, target: document.body, swap: 'none', text: html })
  return { outcome: 'accepted' }
}

function secondsFrom(header: string | null): number | null {
  const seconds = Number(header ?? Number.NaN)
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(60, seconds) * 1_000 : null
}

/** A refusal is answered as a toast; its words are shown under the message instead. */
function sentenceIn(html: string): string {
  const answer = new DOMParser().parseFromString(html.replace(/<\/?hx-partial[^>]*>/g, ''), 'text/html')
  return (answer.querySelector('[data-toast] .grow') ?? answer.body).textContent?.trim().slice(0, 200) ?? ''
}
