import { Elysia } from 'elysia'
import type { House } from '#src/house.ts'
import { linkDoors } from '#src/web/agent/links.tsx'
import { loginDoors } from '#src/web/agent/login.tsx'
import { assetDoors } from '#src/web/assets.ts'
import { answerError, answerMalformed, answerMethod, answerMissing } from '#src/web/errors.tsx'
import { readForm } from '#src/web/form-body.ts'
import { framed } from '#src/web/frame.ts'
import { allowedMethods } from '#src/web/methods.ts'
import { visitorHttp } from '#src/web/visitor/http.ts'

/** All doors behind one frame. It never listens: the port is main's, tests call `fetch`. */
export type App = { fetch(request: Request): Promise<Response>; routes: readonly { method: string; path: string }[] }

export function createApp(house: House): App {
  const doors = new Elysia({ normalize: false, cookie: {} })
    .onParse(({ request, contentType }) => readForm(request, contentType))
    .onError(({ request, error, code }) => {
      if (code === 'NOT_FOUND') return answerUnknown(request, allowedMethods(doors.routes, new URL(request.url).pathname))
      if (code === 'VALIDATION' || code === 'PARSE' || code === 'INVALID_COOKIE_SIGNATURE') return answerMalformed(request)
      return answerError(house, request, error)
    })
    .use(assetDoors())
    .use(loginDoors(house))
    .use(linkDoors(house))
    .use(visitorHttp(house))
  return { fetch: framed(house, doors.fetch), routes: doors.routes }
}

function answerUnknown(request: Request, allowed: readonly string[]): Response {
  return allowed.length === 0 ? answerMissing(request) : answerMethod(request, allowed)
}
