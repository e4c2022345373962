/** The mark: 宀 over 口, a guest under a roof, speaking. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M16 3v3.2M3.5 14.6C8.8 13.6 13 10.7 16 6.6c3 4.1 7.2 7 12.5 8" />
      <path d="M10.5 15.8h11a2 2 0 0 1 2 2v5.7a2 2 0 0 1-2 2h-4.2L13 29v-3.5h-2.5a2 2 0 0 1-2-2v-5.7a2 2 0 0 1 2-2z" />
    </svg>
  )
}
