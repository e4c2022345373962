/** The same work, but whatever it throws stays here: a shop's page must never see an exception of ours. */
export function quietly<Given extends unknown[]>(work: (...given: Given) => unknown): (...given: Given) => void {
  return (...given) => {
    try {
      work(...given)
    } catch {
      // The chat does not work for this visitor; the shop goes on.
    }
  }
}
