import { type Child, raw } from '#jsx'
import type { Say } from '#src/texts/index.ts'
import type { Hooks } from '#views/ui/index.ts'

/** Each person's own look; null follows the system, or the ordinary size. */
export type Look = { theme: 'light' | 'dark' | null; density: 'tight' | 'roomy' | null; text: 'large' | 'larger' | null }

/** Addresses of the built style sheet, the scripts and the picture in the browser's tab. */
export type Assets = { css: string; js: readonly string[]; icon?: string }

export type PageProps = {
  title: string
  say: Say
  assets: Assets
  look?: Look
  /** Our clock when the page was made, ms: running times count from it, whatever the visitor's own clock says. */
  now?: number
  /** Pages that belong to a shop do not carry our name. */
  isShops?: boolean
  /** For `<body>`: the tab's id, the socket, headers of every request. */
  body?: Hooks
  /** More for `<head>`: `<meta>` only. */
  head?: Child
  children?: Child
}

/** The skeleton of every page of ours. */
export function Page({ title, say, assets, look, now, isShops, body, head, children }: PageProps) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={say.language} data-theme={look?.theme} data-density={look?.density} data-text={look?.text} data-now={now}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content" />
          <meta name="color-scheme" content={look?.theme ?? 'light dark'} />
          <meta name="robots" content="noindex" />
          {head}
          <title>{isShops ? title : `${title} · ${say('common.product')}`}</title>
          {assets.icon ? <link rel="icon" href={assets.icon} type="image/svg+xml" /> : null}
          <link rel="stylesheet" href={assets.css} />
          {assets.js.map((address) => (
            <script defer src={address} />
          ))}
        </head>
        <body {...body}>{children}</body>
      </html>
    </>
  )
}
