/** What the loader says: the texts under `chat.launcher.`, which come with the first answer. */
export type LauncherTexts = (key: string, n?: number) => string

export function launcherTexts(texts: () => Record<string, string>): LauncherTexts {
  return (key, n) => (texts()[`chat.launcher.${key}`] || '').replace('{n}', String(n))
}
