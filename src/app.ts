import { Elysia } from 'elysia'
import { describedOptions } from '#src/cli/serve-options.ts'
import type { House } from '#src/house.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { reactTo } from '#src/reactions.ts'
import { peopleDoors } from '#src/web/admin/people.tsx'
import { siteDoors } from '#src/web/admin/sites.tsx'
import { styleDoor } from '#src/web/admin/style.tsx'
import { deskDoors } from '#src/web/agent/desk/index.ts'
import { fileViewDoors } from '#src/web/agent/file-view.ts'
import { fileDoors } from '#src/web/agent/files.ts'
import { linkDoors } from '#src/web/agent/links.tsx'
import { loginDoors } from '#src/web/agent/login.tsx'
import { ownPasswordDoor } from '#src/web/agent/own-password.tsx'
import { ownSessionDoors } from '#src/web/agent/own-sessions.tsx'
import { ownStatusDoor } from '#src/web/agent/own-status.tsx'
import { pictureDoors } from '#src/web/agent/picture.ts'
import { profileDoors } from '#src/web/agent/profile.tsx'
import { settingsDoor } from '#src/web/agent/settings.tsx'
import { startDoor } from '#src/web/agent/start.ts'
import { visitorListDoors } from '#src/web/agent/visitors/index.ts'
import { assetDoors } from '#src/web/assets.ts'
import { demoDoors } from '#src/web/demo.tsx'
import { answerError, answerMalformed, answerMethod, answerMissing } from '#src/web/errors.tsx'
import { readForm } from '#src/web/form-body.ts'
import { framed } from '#src/web/frame.ts'
import { withHeaders } from '#src/web/headers.ts'
import { helpDoors } from '#src/web/help.tsx'
import { setUpDoors } from '#src/web/install/setup.tsx'
import { allowedMethods } from '#src/web/methods.ts'
import { visitorHttp } from '#src/web/visitor/http.ts'
import { loaderDoors } from '#src/web/visitor/loader.ts'
import { windowDoors } from '#src/web/visitor/window.tsx'

/** All doors behind one frame. It never listens: the port is main's, tests call `fetch`. */
export type App = {
  fetch(request: Request): Promise<Response>
  /** Gives an answer that was made elsewhere (health, a refused socket) the headers of all others. */
  dress(request: Request, response: Response): Response
  routes: readonly { method: string; path: string }[]
}

export function createApp(house: House): App {
  reactTo(house)
  let routes: App['routes'] = []
  const doors = new Elysia({ normalize: false })
    .onError(({ request, error, code }) => {
      if (code === 'NOT_FOUND') return answerUnknown(request, allowedMethods(routes, new URL(request.url).pathname))
      // What our own reader of forms refuses comes wrapped.
      if (code === 'PARSE' && error.cause instanceof Refusal) return answerError(house, request, error.cause)
      if (code === 'VALIDATION' || code === 'PARSE' || code === 'INVALID_COOKIE_SIGNATURE') return answerMalformed(request)
      return answerError(house, request, error)
    })
    // Doors that read raw bodies stand before the reader of forms: Elysia lets `parse: 'none'` count only where it is the only parser.
    .use(fileDoors(house))
    .use(pictureDoors(house))
    .use(visitorHttp(house))
    .use(loaderDoors())
    .onParse(({ request, contentType }) => readForm(request, contentType))
    .use(assetDoors())
    .use(windowDoors(house))
    .use(demoDoors(house))
    .use(fileViewDoors(house))
    .use(startDoor(house))
    .use(loginDoors(house))
    .use(linkDoors(house))
    .use(profileDoors(house))
    .use(ownPasswordDoor(house))
    .use(ownSessionDoors(house))
    .use(ownStatusDoor(house))
    .use(settingsDoor(house))
    .use(peopleDoors(house))
    .use(siteDoors(house))
    .use(styleDoor(house))
    .use(helpDoors(house, describedOptions))
    .use(setUpDoors(house))
    .use(deskDoors(house))
    .use(visitorListDoors(house))
  routes = doors.routes
  return { fetch: framed(house, doors.fetch), dress: (request, response) => withHeaders(house, request, response), routes }
}

function answerUnknown(request: Request, allowed: readonly string[]): Response {
  return allowed.length === 0 ? answerMissing(request) : answerMethod(request, allowed)
}
