import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Config } from '#src/platform/config.ts'
import { type DataFolder, isLocked } from '#src/storage/index.ts'
import { bad, doubtful, type Finding, good } from './finding.ts'

const day = 24 * 60 * 60_000
const soonDays = 14
const patienceMs = 5_000

/** The way to us: public address, proxies, certificate. The only call made goes to the owner's own address. */
export async function lookAtNetwork(config: Config, folder: DataFolder, publicUrl: string | null, now: number): Promise<Finding[]> {
  return [...(await address(publicUrl, folder)), ...proxies(config, publicUrl), ...certificate(config, publicUrl, now)]
}

async function address(publicUrl: string | null, folder: DataFolder): Promise<Finding[]> {
  if (publicUrl === null) return [doubtful('doctor.url.none', 'doctor.url.none_cure')]
  const plain = publicUrl.startsWith('http:') ? [doubtful('doctor.url.plain', 'doctor.url.plain_cure', { url: publicUrl })] : []
  if (!isLocked(folder)) return [...plain, good('doctor.url.not_asked', { url: publicUrl })]
  return [
    ...plain,
    (await answers(publicUrl)) ? good('doctor.url.answers', { url: publicUrl }) : bad('doctor.url.silent', 'doctor.url.silent_cure', { url: publicUrl })
  ]
}

async function answers(publicUrl: string): Promise<boolean> {
  try {
    const answer = await fetch(`${publicUrl}/healthz`, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })
    return answer.ok
  } catch {
    return false
  }
}

/** https outside and http here, or another port, means that somebody stands between: then he must be named. */
function proxies({ trustedProxies, tls, port }: Config, publicUrl: string | null): Finding[] {
  if (trustedProxies.some((range) => /\/0$/.test(range))) return [bad('doctor.proxy.everybody', 'doctor.proxy.everybody_cure')]
  if (trustedProxies.length > 0) return [good('doctor.proxy.named', { ranges: trustedProxies.join(', ') })]
  const outside = publicUrl === null ? null : new URL(publicUrl)
  const between = outside !== null && ((outside.protocol === 'https:' && tls === null) || (outside.port !== '' && Number(outside.port) !== port))
  return between ? [doubtful('doctor.proxy.unnamed', 'doctor.proxy.unnamed_cure', { url: outside.origin })] : [good('doctor.proxy.none')]
}

/** That it can be read and fits its key was seen with the options. */
function certificate({ tls }: Config, publicUrl: string | null, now: number): Finding[] {
  if (tls === null) return []
  const read = new X509Certificate(readFileSync(tls.cert))
  const until = Date.parse(read.validTo)
  const values = { until: new Date(until).toISOString().slice(0, 10) }
  if (until < now) return [bad('doctor.tls.expired', 'doctor.tls.cure', values)]
  const name = publicUrl === null ? null : new URL(publicUrl).hostname
  if (name !== null && !read.checkHost(name)) return [bad('doctor.tls.other_name', 'doctor.tls.other_name_cure', { name })]
  return [until < now + soonDays * day ? doubtful('doctor.tls.soon', 'doctor.tls.cure', values) : good('doctor.tls.valid', values)]
}
