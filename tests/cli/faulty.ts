import { goOnAfterFaults } from '#src/cli/faults-and-signals.ts'
import { createLog } from '#src/platform/log.ts'

/** Throws in every place where nobody catches, and says at its end that it is still there. */
goOnAfterFaults(createLog())
setTimeout(() => {
  throw new Error('in a timer')
}, 1)
setImmediate(() => {
  throw new Error('in an immediate')
})
queueMicrotask(() => {
  throw new Error('in a microtask')
})
void Promise.reject(new Error('nobody awaits'))
void Promise.reject('no error at all')
void (async () => {
  await Bun.sleep(1)
  throw new Error('in a task')
})()
new EventTarget().dispatchEvent(new Event('x'))
setTimeout(() => {
  console.log('still there')
  process.exit(0)
}, 300)
