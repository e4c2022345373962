import type { FromVisitor, ToVisitor } from '#src/web/visitor/frames.ts'

export type Hello = Extract<FromVisitor, { t: 'hello' }>

/**
 * Why a transport ended. `code` is the socket's close code, or 0 where there was none. `refused`: the server answered
 * over HTTP that it does not serve this page; asking again would only fill its log. `silent`: something tunnels but does not answer.
 */
export type Loss = { code: number; refused?: boolean }

export type Ear = { frame(frame: ToVisitor): void; lost(loss: Loss): void }

/** One way to the server, open from its making until `lost` was heard once. */
export type Transport = {
  send(frame: FromVisitor): void
  /** Asks whether the server still answers; a dead one ends in `lost` within seconds. */
  check(): void
  /** Ends it; `lost` is not heard any more. */
  close(): void
}

/** Opens a way and says hello on it. */
export type Dial = (base: string, hello: Hello, ear: Ear) => Transport
