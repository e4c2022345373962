import { version as number } from '../../package.json'

/** Of this program, as in package.json. */
export const version: string = number
