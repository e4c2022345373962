import { isbot } from 'isbot'

/** What some apps that people shop in say of themselves, and what a list of crawlers takes for one. */
const apps = /AlipayDefined\([^)]*\)|NewsArticle\/\S+|\(News [\d.]+\)|SogouSearch \S+|SogouMobileBrowser\S*|com\.xunmeng\.pinduoduo .{0,80}cURL\/\S+/g

/** Whether a program is asking rather than a person: crawlers, monitors, headless browsers, and whoever gives no name. */
export function isCrawler(userAgent: string | null): boolean {
  const name = (userAgent ?? '').slice(0, 500).trim()
  return name === '' || isbot(name.replace(apps, ''))
}
