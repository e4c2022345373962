import { type PageFacts, speak } from './page.ts'
import { lighter } from './pictures.ts'
import { marks } from './requests.ts'

/** A file on its way, or arrived: then `file` is its public id. */
export type Upload = { readonly name: string; cancel(): void; arrived: Promise<string> }

type Progress = (share: number) => void

/** Sends one file. Rejects with the sentence to show; with an empty one when it was called off. */
export function upload(page: PageFacts, address: string, file: File, progress: Progress): Upload {
  const request = new XMLHttpRequest()
  let isOver = false
  const arrived = lighter(file).then((light) => (isOver ? Promise.reject(new Error('')) : send(page, request, address, light, progress)))
  return {
    name: file.name,
    arrived,
    cancel() {
      isOver = true
      request.abort()
    }
  }
}

function send(page: PageFacts, request: XMLHttpRequest, address: string, file: File, progress: Progress): Promise<string> {
  return new Promise((arrive, fail) => {
    const failed = (words: string) => fail(new Error(words))
    request.open('POST', address)
    for (const [name, value] of Object.entries({ ...marks(page), Accept: 'application/json' })) request.setRequestHeader(name, value)
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name.toWellFormed()))
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => progress(lengthComputable && total > 0 ? loaded / total : 0)
    request.onload = () => {
      const answer = answerIn(request)
      if (answer.id) arrive(answer.id)
      else failed(answer.error || speak(page, 'desk.client.upload_failed'))
    }
    request.onerror = () => failed(speak(page, 'desk.client.upload_failed'))
    request.ontimeout = request.onerror
    request.onabort = () => failed('')
    request.send(file)
  })
}

function answerIn({ responseText }: XMLHttpRequest): { id: string | null; error: string } {
  try {
    const { id, error } = JSON.parse(responseText) as { id?: unknown; error?: unknown }
    return { id: typeof id === 'string' ? id : null, error: typeof error === 'string' ? error : '' }
  } catch {
    return { id: null, error: '' }
  }
}
