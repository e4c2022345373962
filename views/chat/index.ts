/** The chat window's page, and what it says to browsers without scripts. */
export { ChatPage, type ChatPageProps } from './chat-page.tsx'
export { PlainForm, type PlainFormProps } from './plain-form.tsx'
