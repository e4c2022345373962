import { type Cidr, clientAddress } from '#src/platform/address.ts'

/** Known as long as its request is. */
const addresses = new WeakMap<Request, string>()

/** Remembers who sent a request, once, at the port: the peer, or what a trusted proxy says about its peer. */
export function rememberCaller(request: Request, peer: string, trusted: readonly Cidr[]): string {
  const address = clientAddress(peer, request.headers.get('x-forwarded-for'), trusted)
  addresses.set(request, address)
  return address
}

/** Whose request this is, for limits, bans, places and the audit. Without a port (tests call the app itself) it is loopback. */
export function callerAddress(request: Request): string {
  return addresses.get(request) ?? '127.0.0.1'
}
