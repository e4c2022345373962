/*
 * What travels between a visitor's browser (or an app) and us: small JSON objects, one per text frame, over the
 * socket `/v/live` or the same objects in lists over HTTP (`POST /v/link`). Described for strangers in the handbook.
 * Programs for browsers import these types only.
 */

/** Raised when an old client could misread a frame. */
export const protocol = 1

/** A signed file address lives ten minutes: the window asks again with `file`. */
export type FileView = {
  id: string
  kind: 'image' | 'audio' | 'video' | 'document'
  name: string
  type: string
  bytes: number
  width: number | null
  height: number | null
  url: string
}

/** Who speaks for the shop. `picture` is an address of ours or null (then the name's first sign stands for it). */
export type AgentView = { name: string; picture: string | null; status: 'online' | 'busy' | 'away' | 'offline' }

/**
 * One entry of a conversation as its visitor sees it: `c` names the conversation, `seq` counts 1..m without gaps.
 * The order on screen is the conversations' order, then `seq`; times are only shown. `key` is there on what this visitor sent.
 */
export type EntryView = { c: string; seq: number; at: number } & (
  | { kind: 'message'; by: 'visitor' | 'agent'; agent: Omit<AgentView, 'status'> | null; key: string | null; text: string; file: FileView | null }
  | { kind: 'accepted'; agent: Omit<AgentView, 'status'> }
  | { kind: 'closed'; by: 'agent' | 'system' }
  | { kind: 'reopened' }
)

/** What is not a log: sent whole whenever it changes. */
export type Snapshot = {
  /** The newest conversation, or null before the first message. */
  conversation: {
    c: string
    kind: 'chat' | 'message'
    state: 'waiting' | 'open' | 'closed'
    agent: AgentView | null
    /** The last visitor_seq that agents received, and read. */
    delivered: number
    read: number
    /** The last one that this visitor has read, in any tab. */
    seen: number
  } | null
  /** How the shop can be reached now: `form` shows the message form. */
  reach: 'chat' | 'form'
  /** Whoever would answer now: the conversation's agent, else someone online, else null. */
  host: AgentView | null
  /** An agent's page shows this thread: only then are typing previews sent. */
  watched: boolean
}

export type SiteView = {
  name: string
  language: 'zh-CN' | 'zh-TW' | 'en'
  /** `#rrggbb`, and what the server derived from it (see look/README "Widget"). */
  colour: { main: string; on: string; ink: string; soft: string; edge: boolean }
  welcome: string
}

/** Frames that a visitor's page (`as: 'page'`, the loader) or chat window (`as: 'window'`) sends. Unknown fields are refused. */
export type FromVisitor =
  | {
      t: 'hello'
      v: number
      /** The site's key. */
      site: string
      as: 'page' | 'window'
      /** 43 characters base64url; without it, or when unknown, `page` and a window at top level get a new one in `hi`. A framed window never does: `nak unknown_token`. */
      token?: string
      framed?: boolean
      /** 22 random characters per loaded document; the window carries its loader's. */
      page?: string
      url?: string
      title?: string
      referrer?: string
      visible?: boolean
      /** What the page asks for instead of the site's language. */
      lang?: string
      /** Resume: what was last held. Another epoch means "start afresh". */
      epoch?: string
      c?: string
      seq?: number
    }
  | { t: 'page'; url: string; title: string }
  | { t: 'visible'; on: boolean }
  | { t: 'say'; key: string; text?: string; file?: string }
  | { t: 'leave'; key: string; text: string; name?: string; email?: string; phone?: string }
  | { t: 'typing'; text: string }
  | { t: 'got'; c: string; seq: number }
  | { t: 'read'; c: string; seq: number }
  | { t: 'after'; c: string; seq: number }
  | { t: 'before'; c: string; seq: number }
  | { t: 'file'; id: string }
  | { t: 'ping' }

export type NakCode =
  | 'bad_request'
  | 'unknown_token'
  | 'too_long'
  | 'empty'
  | 'invalid'
  | 'cmid_reused'
  | 'rate'
  | 'busy'
  | 'storage_full'
  | 'missing'
  | 'fault'

/** Frames that we send. */
export type ToVisitor =
  /** Answer to a page's hello. `token` only when it is new. */
  | {
      t: 'hi'
      as: 'page'
      token?: string
      epoch: string
      site: SiteView
      unread: number
      reach: 'chat' | 'form'
      /** What the loader says itself: the texts under `chat.launcher.`. */
      texts: Record<string, string>
      /** The domain under which all allowed origins lie (`shop.example`), for the one first-party cookie; null keeps the token in this origin's storage. */
      cookie: string | null
    }
  /** Answer to a window's hello: with a known cursor the entries after it, else the last ones. `reset`: forget what is on screen first. */
  | {
      t: 'hi'
      as: 'window'
      token?: string
      epoch: string
      site: SiteView
      snapshot: Snapshot
      entries: EntryView[]
      /** More entries follow these: ask with `after`. */
      more: boolean
      /** Older ones exist before the first: ask with `before`. */
      earlier: boolean
      reset: boolean
      me: { name: string | null; email: string | null; phone: string | null }
    }
  | { t: 'ack'; key: string; c: string; seq: number; at: number }
  /** `key` names what was refused; `text` says it in the visitor's language; `wait` in seconds for `rate` and `busy` (both may be sent again). */
  | { t: 'nak'; key?: string; code: NakCode; field?: string; wait?: number; text?: string }
  | { t: 'entry'; entry: EntryView }
  | { t: 'entries'; entries: EntryView[]; more: boolean; earlier: boolean; way: 'after' | 'before' }
  | { t: 'state'; snapshot: Snapshot }
  | { t: 'typing' }
  /** To pages: unread in all conversations; `peek` is the newest agent message when it just came. */
  | { t: 'unread'; n: number; peek: { name: string; text: string } | null }
  | { t: 'file'; id: string; url: string }
  | { t: 'pong' }
  /** We close next; come back after `wait` ms. `gone` means: do not come back on this page. */
  | { t: 'bye'; because: 'restart' | 'slow' | 'gone'; wait: number }

/*
 * Between loader and window by postMessage, both with exact origins, nothing else is heard:
 *   loader → window: { kefu: 'token', token, page, lang } · { kefu: 'shown', full } (open and in front; `full`: fills the screen) · { kefu: 'hidden' }
 *   window → loader: { kefu: 'ready' } · { kefu: 'close' } · { kefu: 'renew' } (token unknown) · { kefu: 'unread', n } · { kefu: 'sound', on }
 */
export type ToWindow = { kefu: 'token'; token: string; page: string; lang: string | null } | { kefu: 'shown'; full: boolean } | { kefu: 'hidden' }
export type ToLoader = { kefu: 'ready' } | { kefu: 'close' } | { kefu: 'renew' } | { kefu: 'unread'; n: number } | { kefu: 'sound'; on: boolean }
