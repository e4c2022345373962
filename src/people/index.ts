/** Who works here, what they may, how they get in, and how they want their pages. */
export { seenLast, seeSessions } from './attendance.ts'
export { actorOf, type Caller } from './caller.ts'
export { emailFrom, phoneFrom } from './contact.ts'
export { draftFrom, languageFrom, type PersonDraft, type TypedPerson, timeZoneFrom } from './draft.ts'
export { invitedUntil, type LinkPurpose, linkHolder, makeLink } from './links.ts'
export { createLoginLimits, type LoginLimits } from './login-limits.ts'
export { changePassword, passwordByLink, passwordHash, resetPassword } from './password.ts'
export { hasOwner, owner, type Person, people, personById, personFor } from './person.ts'
export { type Author, authorOf, isPortrait, portraits } from './portraits.ts'
export {
  changeLook,
  changeNotices,
  densities,
  type Look,
  type Notices,
  noticeNames,
  oneOf,
  textSizes,
  themes,
  usualLook,
  usualNotices
} from './preferences.ts'
export { changePicture, changeProfile, type TypedProfile } from './profile.ts'
export { can, demand, type Right, type Role, type RoleName, roleIds, roles } from './rights.ts'
export {
  confirmLogin,
  endSession,
  endSessions,
  type From,
  isSessionLive,
  liveSessions,
  openSession,
  revokeSession,
  type Session,
  type SignedIn,
  seeSession,
  sessionFor,
  sessionOf,
  unconfirmedLogins,
  wantsToBeSeen
} from './sessions.ts'
export { type Attempt, failuresBefore, signIn, signOut } from './sign-in.ts'
export { chooseStatus, effectiveStatus, type Status, statuses } from './status.ts'
export {
  changePerson,
  changeRole,
  disablePerson,
  enablePerson,
  handOver,
  type Invited,
  insertPerson,
  invite,
  inviteAgain,
  reaches,
  rolesToGive
} from './team.ts'
