/** The appliance's own row, and the one moment in which it gets its owner. */
export { type Appliance, appliance } from './appliance.ts'
export { setUp, type TypedSetUp } from './set-up.ts'
export { createSetupCode, noSetupCode, type SetupCode } from './setup-code.ts'
