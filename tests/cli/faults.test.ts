import { expect, test } from 'bun:test'
import { join } from 'node:path'

test('what is thrown where nobody catches is logged, and the process goes on', async () => {
  const child = Bun.spawn([process.execPath, join(import.meta.dir, 'faulty.ts')], { stdout: 'pipe', stderr: 'pipe' })
  const [said, logged, code] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text(), child.exited])
  expect([said, code]).toEqual(['still there\n', 0])
  const errors = logged
    .trim()
    .split('\n')
    .map((line) => String((JSON.parse(line) as { error: string }).error))
  for (const where of ['in a timer', 'in an immediate', 'in a microtask', 'nobody awaits', 'no error at all', 'in a task']) {
    expect(
      errors.some((error) => error.includes(where)),
      where
    ).toBe(true)
  }
})
