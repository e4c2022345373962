/** The page on which every part is shown in every state. */
export { StylePage } from './style-page.tsx'
