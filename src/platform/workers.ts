/**
 * Starts `src/<path>` beside the main thread. The executable holds each `*.worker.ts` as an entry of its own under
 * the same path, but `import.meta.url` names the one bundled file there, so the two need different addresses.
 */
export function startWorker(path: `${string}.worker.ts`): Bun.Worker {
  const worker: unknown = new Worker(isExecutable ? `./${path}` : new URL(`../${path}`, import.meta.url))
  // The browser's types, which this project also loads, know no unref().
  return worker as Bun.Worker
}

/** One question to a worker that then goes home. Refuses with what the worker threw. */
export function askWorker<Answer>(path: `${string}.worker.ts`, question: unknown): Promise<Answer> {
  const worker = startWorker(path)
  return new Promise<Answer>((settle, refuse) => {
    worker.addEventListener('message', (event: Event) => settle((event as MessageEvent<Answer>).data))
    worker.addEventListener('error', ({ message }) => refuse(new Error(message)))
    worker.postMessage(question)
  }).finally(() => worker.terminate())
}

declare const KEFU_EXECUTABLE: boolean | undefined

/** Whether this is the compiled program; only its build defines the name. */
export const isExecutable = typeof KEFU_EXECUTABLE !== 'undefined'
