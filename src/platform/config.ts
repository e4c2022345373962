/** What the owner chose at start: options, then KEFU_… variables, then these defaults. */
export type Config = {
  host: string
  port: number
  /** Folder of kefu.db and what lies beside it. */
  data: string
  /** Without a trailing slash; null until set-up asked for it (the file's value then counts). May have a path. */
  publicUrl: string | null
  /** CIDR ranges whose forwarding header is believed. */
  trustedProxies: string[]
  tls: { cert: string; key: string } | null
  /** Per visitor and minute; raised only by the bench, which says so. */
  visitorMessagesPerMinute: number
}
