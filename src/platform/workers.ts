/**
 * Starts `src/<path>` beside the main thread. The executable holds each `*.worker.ts` as an entry of its own under
 * the same path, but `import.meta.url` names the one bundled file there, so the two need different addresses.
 */
export function startWorker(path: `${string}.worker.ts`): Bun.Worker {
  const worker: unknown = new Worker(isExecutable ? `./${path}` : new URL(`../${path}`, import.meta.url))
  // The browser's types, which this project also loads, know no unref().
  return worker as Bun.Worker
}

/** Whether this is the compiled program; from source it is false. */
export const isExecutable = process.env.KEFU_COMPILED === 'yes'
