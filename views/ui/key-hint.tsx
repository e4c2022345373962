/** The keys that do the same: "Enter", "Ctrl K". */
export function KeyHint({ keys }: { keys: string }) {
  return <kbd>{keys}</kbd>
}
