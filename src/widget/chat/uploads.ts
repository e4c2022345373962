import { preparePicture } from './compress.ts'
import { type FileRefusal, kindOf, largest, whyNot } from './file-rules.ts'
import type { OwnFile } from './outbox.ts'

/** A file on its way to the server; when it has arrived it becomes a message in the outbox. */
export type Upload = {
  key: string
  at: number
  file: OwnFile
  /** 0 to 1. */
  progress: number
  state: 'preparing' | 'queued' | 'sending' | 'failed'
  because: string
  /** Whether trying once more could help. */
  again: boolean
}

export type Uploads = {
  add(files: File[]): void
  cancel(key: string): void
  retry(key: string): void
  /** The line is back: what only the network stopped goes on by itself. */
  resume(): void
  list(): Upload[]
}

export type UploadOptions = {
  address: string
  site: string
  token(): string | null
  newKey(): string
  now(): number
  say(key: string): string
  /** Told at once, before anything is sent. */
  refuse(name: string, because: FileRefusal): void
  arrived(upload: Upload, id: string): void
  changed(): void
}

type Job = Upload & { source: File; body: Blob | null; request: XMLHttpRequest | null; cut: boolean }

export function makeUploads(options: UploadOptions): Uploads {
  const { say, changed } = options
  let jobs: Job[] = []

  function begin(source: File): void {
    const because = whyNot(source)
    if (because) return options.refuse(source.name, because)
    const kind = kindOf(source.name, source.type) || 'document'
    const preview = kind === 'image' ? URL.createObjectURL(source) : null
    const file = { name: source.name, kind, bytes: source.size, width: null, height: null, preview }
    const job: Job = {
      key: options.newKey(),
      at: options.now(),
      file,
      progress: 0,
      state: 'preparing',
      because: '',
      again: true,
      source,
      body: null,
      request: null,
      cut: false
    }
    jobs.push(job)
    prepare(job)
  }

  async function prepare(job: Job): Promise<void> {
    if (job.file.kind === 'image') {
      const picture = await preparePicture(job.source)
      job.body = picture.blob
      job.file = { ...job.file, name: nameFor(job.file.name, picture.type), bytes: picture.blob.size, width: picture.width, height: picture.height }
    } else job.body = job.source
    job.state = 'queued'
    if (job.file.bytes > largest) fail(job, say('file.too_large'), false)
    next()
  }

  /** One at a time, in the order in which they were chosen. */
  function next(): void {
    changed()
    if (jobs.some(({ state }) => state === 'sending')) return
    const job = jobs.find(({ state }) => state === 'queued')
    if (job) transfer(job)
  }

  function transfer(job: Job): void {
    const request = new XMLHttpRequest()
    job.request = request
    job.state = 'sending'
    job.cut = false
    request.open('POST', options.address)
    request.setRequestHeader('X-Kefu-Site', options.site)
    request.setRequestHeader('X-Kefu-Visitor', options.token() || '')
    request.setRequestHeader('X-File-Name', encodeURIComponent(wellFormed(job.file.name)))
    request.upload.onprogress = ({ loaded, total }) => {
      job.progress = total > 0 ? loaded / total : 0
      changed()
    }
    request.onload = () => answered(job, request)
    request.onerror = () => {
      job.cut = true
      fail(job, say('file.cut'), true)
      next()
    }
    request.send(job.body)
    changed()
  }

  function answered(job: Job, request: XMLHttpRequest): void {
    const answer = read(request.responseText)
    if (request.status >= 200 && request.status < 300 && answer.id) {
      jobs = jobs.filter((other) => other !== job)
      options.arrived(job, answer.id)
    } else fail(job, answer.error || say(wordsFor(request.status)), request.status !== 413 && request.status !== 415)
    next()
  }

  function fail(job: Job, because: string, again: boolean): void {
    job.state = 'failed'
    job.because = because
    job.again = again
    job.request = null
  }

  function retry(job: Job): void {
    job.state = 'queued'
    job.progress = 0
    job.because = ''
  }

  return {
    add: (files) => files.forEach(begin),
    cancel(key) {
      const job = jobs.find((one) => one.key === key)
      jobs = jobs.filter((one) => one !== job)
      if (job?.request) job.request.abort()
      if (job?.file.preview) URL.revokeObjectURL(job.file.preview)
      next()
    },
    retry(key) {
      jobs.filter((job) => job.key === key).forEach(retry)
      next()
    },
    resume() {
      jobs.filter((job) => job.state === 'failed' && job.cut).forEach(retry)
      next()
    },
    list: () => jobs
  }
}

function read(text: string): { id?: string; error?: string } {
  try {
    return JSON.parse(text) || {}
  } catch {
    return {}
  }
}

function wordsFor(status: number): string {
  if (status === 413) return 'file.too_large'
  if (status === 415) return 'file.kind'
  if (status === 429 || status === 503) return 'file.busy'
  return status === 507 ? 'file.full' : 'file.failed'
}

/** A picture that was drawn anew has another type, and its name says so. */
function nameFor(name: string, type: string): string {
  const ending = type === 'image/jpeg' ? 'jpg' : type === 'image/webp' ? 'webp' : ''
  if (!ending || new RegExp(`\\.(${ending}|jpeg)$`, 'i').test(name)) return name || `picture.${ending || 'png'}`
  return `${name.replace(/\.\w{1,5}$/, '') || 'picture'}.${ending}`
}

/** Half a character (a lone surrogate) cannot be percent-encoded. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '').replace(/(^|[^\ud800-\udbff])[\udc00-\udfff]/g, '$1')
}
