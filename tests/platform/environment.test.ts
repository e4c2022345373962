import { expect, test } from 'bun:test'
import { refuseHostileEnvironment } from '#src/platform/environment.ts'

test('variables that run code in the executable, or open it, stop it by name', () => {
  for (const name of ['BUN_OPTIONS', 'BUN_INSPECT', 'BUN_BE_BUN', 'NODE_OPTIONS', 'BUN_INSPECT_PRELOAD']) {
    expect(refuseHostileEnvironment({ [name]: 'x' }, true)).toContain(name)
    expect(refuseHostileEnvironment({ [name]: '' }, true)).toBeNull()
    expect(refuseHostileEnvironment({ [name]: 'x' }, false)).toBeNull()
  }
})

test('certificates are always checked', () => {
  expect(refuseHostileEnvironment({ NODE_TLS_REJECT_UNAUTHORIZED: '0' }, false)).toContain('NODE_TLS_REJECT_UNAUTHORIZED')
  expect(refuseHostileEnvironment({ NODE_TLS_REJECT_UNAUTHORIZED: '1' }, true)).toBeNull()
})
