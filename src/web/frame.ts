import type { House } from '#src/house.ts'
import { answerEarly, answerError } from './errors.tsx'
import { trueLength, withHeaders } from './headers.ts'
import { refuseEarly } from './refuse-early.ts'

type Fetch = (request: Request) => Response | Promise<Response>

/**
 * Stands around all doors: refuses what no door should see, answers whatever was thrown past them, and gives every
 * answer its headers. Outside of Elysia, so that no hook, status or plugin can leave one without.
 */
export function framed(house: House, doors: Fetch): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const no = refuseEarly(house, request)
      return withHeaders(house, request, no ? answerEarly(request, no) : withLength(await doors(request)))
    } catch (error) {
      return withHeaders(house, request, answerError(house, request, error))
    }
  }
}

/** Elysia counts the bytes of an answer to HEAD, which has none: a door that knows the length says it aside. */
function withLength(response: Response): Response {
  const length = response.headers.get(trueLength)
  if (length === null) return response
  response.headers.set('content-length', length)
  response.headers.delete(trueLength)
  return response
}
