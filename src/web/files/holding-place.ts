/** The same stream, which gives its place back when it ends, is left, or its reader takes nothing for `slowest` milliseconds. */
export function holdingPlace(source: ReadableStream<Uint8Array>, release: () => void, slowest: number): ReadableStream<Uint8Array> {
  const reader = source.getReader()
  let stalled: Timer | undefined

  function watch(controller: ReadableStreamDefaultController<Uint8Array>): void {
    stalled = setTimeout(() => {
      release()
      controller.error(new Error('the reader is too slow'))
      reader.cancel().catch(() => {})
    }, slowest)
  }

  function end(): void {
    clearTimeout(stalled)
    release()
  }

  return new ReadableStream<Uint8Array>(
    {
      start: watch,
      async pull(controller) {
        clearTimeout(stalled)
        const piece = await reader.read().catch((error) => {
          end()
          throw error
        })
        if (piece.done) {
          end()
          return controller.close()
        }
        controller.enqueue(piece.value)
        watch(controller)
      },
      cancel() {
        end()
        return reader.cancel()
      }
    },
    { highWaterMark: 0 }
  )
}
