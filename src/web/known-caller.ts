import type { Caller } from '#src/people/index.ts'
import { nearestLanguage, type Say, say } from '#src/texts/index.ts'

/** Who a request turned out to be, for what is answered after the door has thrown. */
const callers = new WeakMap<Request, Caller>()

export function rememberPerson(request: Request, caller: Caller): void {
  callers.set(request, caller)
}

export function knownCaller(request: Request): Caller | null {
  return callers.get(request) ?? null
}

/** The voice for a request: the person's language, else the browser's. */
export function sayFor(request: Request): Say {
  return say(callers.get(request)?.person.language ?? nearestLanguage(request.headers.get('accept-language')))
}
