import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { type Cidr, normalizeAddress, parseCidr } from './address.ts'
import { badConfiguration } from './exit.ts'
import { publicUrlFrom } from './public-url.ts'

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
  /** Host names besides the public address's under which requests are answered; lower case, without a port. */
  extraHosts: string[]
  tls: { cert: string; key: string } | null
  /** Per visitor and minute; raised only by the bench, which says so. */
  visitorMessagesPerMinute: number
}

export const usualConfig: Config = {
  host: '0.0.0.0',
  port: 8080,
  data: './data',
  publicUrl: null,
  trustedProxies: [],
  extraHosts: [],
  tls: null,
  visitorMessagesPerMinute: 60
}

/** The values as they were given, by the option's name. */
export type Settings = { one(name: string): string | null; all(name: string): string[] }

/** Reads what was given. Throws CannotRun 78 with the option and its value when it cannot be meant. */
export function configFrom({ one, all }: Settings): Config {
  return {
    host: hostFrom('host', one('host') ?? usualConfig.host),
    port: numberFrom('port', one('port'), { usual: usualConfig.port, least: 0, most: 65_535 }),
    data: one('data') ?? usualConfig.data,
    publicUrl: addressFrom(one('public-url')),
    trustedProxies: all('trusted-proxy').map((text) => cidrFrom(text).text),
    extraHosts: all('extra-host').map((text) => hostFrom('extra-host', text).toLowerCase()),
    tls: tlsFrom(one('tls-cert'), one('tls-key')),
    visitorMessagesPerMinute: numberFrom('visitor-messages-per-minute', one('visitor-messages-per-minute'), {
      usual: usualConfig.visitorMessagesPerMinute,
      least: 1,
      most: 1_000_000
    })
  }
}

/** The ranges of a configuration, ready to compare with. */
export function trustedRanges(config: Config): Cidr[] {
  return config.trustedProxies.map(cidrFrom)
}

function hostFrom(option: string, text: string): string {
  const bare = text.replace(/^\[(.*)\]$/, '$1')
  if (normalizeAddress(bare) !== null || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(bare)) return bare
  throw wrong(option, text, 'must be an address or a host name, without a port')
}

function numberFrom(option: string, text: string | null, { usual, least, most }: { usual: number; least: number; most: number }): number {
  if (text === null) return usual
  if (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text)
  throw wrong(option, text, `must be a whole number from ${least} to ${most}`)
}

/** Written out with its scheme: whether it is https decides about cookies and headers. */
function addressFrom(text: string | null): string | null {
  const url = text === null || !/^https?:\/\//i.test(text) ? null : publicUrlFrom(text)
  if (text !== null && url === null) throw wrong('public-url', text, 'must be the address people open, such as https://chat.example.com')
  return url
}

function cidrFrom(text: string): Cidr {
  const cidr = parseCidr(text)
  if (cidr) return cidr
  throw wrong('trusted-proxy', text, 'must be an address or a range, such as 127.0.0.1 or 10.0.0.0/8')
}

/** Both are read here, so that nothing is written for files that cannot serve. */
function tlsFrom(cert: string | null, key: string | null): Config['tls'] {
  if (cert === null && key === null) return null
  if (cert === null || key === null) throw badConfiguration('--tls-cert and --tls-key belong together: give both or neither.')
  const certificate = pemFrom('tls-cert', cert, 'a certificate', (text) => new X509Certificate(text))
  const privateKey = pemFrom('tls-key', key, 'a private key', (text) => createPrivateKey(text))
  if (!certificate.checkPrivateKey(privateKey)) throw badConfiguration(`--tls-key ${key} is not the key of --tls-cert ${cert}.`)
  return { cert, key }
}

function pemFrom<T>(option: string, file: string, what: string, read: (text: Buffer) => T): T {
  if (!existsSync(file)) throw wrong(option, file, 'must be a file that exists')
  try {
    return read(readFileSync(file))
  } catch {
    throw wrong(option, file, `must be a readable PEM file with ${what}`)
  }
}

function wrong(option: string, text: string, must: string) {
  return badConfiguration(`--${option} ${must}, not ${JSON.stringify(text)}.`)
}
