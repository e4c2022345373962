/** The visitor list's doors, and what keeps it live. */
export { visitorListDoors } from './doors.tsx'
export { visitorLists } from './live.tsx'
