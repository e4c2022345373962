/** 留言: the page of messages that visitors left. */
export { addressOf, LeftList, LeftMore, LeftPage, LeftRows, LeftTabs, type LeftView } from './left-page.tsx'
export { LeftRow } from './left-row.tsx'
