/**
 * Everything that can happen, on one page. Events carry ids only and are heard after the commit; signals are
 * heard at once, never stored, and may be lost.
 */
export type Event =
  | { kind: 'entry-added'; conversation: number; entry: number }
  | { kind: 'entry-changed'; conversation: number; entry: number }
  | { kind: 'conversation-changed'; conversation: number }
  | { kind: 'read-marked'; conversation: number; party: 'visitor' | 'agent'; person: number | null }
  | { kind: 'draft-saved'; conversation: number; person: number }
  | { kind: 'visitor-changed'; visitor: number }
  | { kind: 'person-changed'; person: number }
  | { kind: 'session-ended'; person: number; session: number }
  | { kind: 'site-changed'; site: number }
  | { kind: 'set-up' }

export type Signal =
  | { kind: 'visitor-present'; presence: number }
  | { kind: 'visitor-typing'; conversation: number | null; visitor: number; text: string }
  | { kind: 'agent-typing'; conversation: number; person: number }
  | { kind: 'person-present'; person: number }
