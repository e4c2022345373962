/** What goes on in the demo while it serves: visitors over real sockets, and colleagues who answer some of them. */
export { createStage, type Stage } from './stage.ts'
export { openStreet } from './street.ts'
