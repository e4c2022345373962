/**
 * Runs of digits that look like bank cards (13–19) or Chinese identity numbers (17 and a digit or X), spaces and
 * hyphens between them allowed, with all but the last four hidden. For typing previews: what was not sent yet may
 * still be taken back.
 */
export function maskNumbers(text: string): string {
  return text.replace(/\d(?:[ -]?\d){11,17}[ -]?[\dXx]/g, (run) => {
    const signs = run.replace(/[ -]/g, '')
    return signs.length < 13 ? run : `${'•'.repeat(signs.length - 4)}${signs.slice(-4)}`
  })
}
