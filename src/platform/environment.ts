/*
 * Variables with which whoever sets them runs code in this program, looks into it, or switches off the check of
 * certificates. The executable's own runtime does not read the first ones (see build/executable.ts); here all are refused.
 */
const hostile = ['BUN_OPTIONS', 'BUN_INSPECT', 'BUN_INSPECT_CONNECT_TO', 'BUN_INSPECT_PRELOAD', 'BUN_BE_BUN', 'NODE_OPTIONS']

/** The sentence to stop with, or null. Run from source the developer's own tools may set them. */
export function refuseHostileEnvironment(environment: Record<string, string | undefined>, isExecutable: boolean): string | null {
  if (environment.NODE_TLS_REJECT_UNAUTHORIZED === '0') return sentence('NODE_TLS_REJECT_UNAUTHORIZED')
  const found = isExecutable ? hostile.find((name) => environment[name] !== undefined && environment[name] !== '') : undefined
  return found ? sentence(found) : null
}

function sentence(name: string): string {
  return `The variable ${name} is set in the environment. Kefu does not start with it; remove it (unset ${name}).`
}
