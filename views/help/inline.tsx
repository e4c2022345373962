import { placeOf } from './address.ts'
import type { Reading } from './reading.ts'

export type Piece = { kind: 'text' | 'code'; text: string } | { kind: 'link'; text: string; to: string }

/** What a sentence of the handbook is made of: words, `code`, and [words](place) that lead somewhere. */
export function piecesOf(sentence: string): Piece[] {
  return sentence
    .split(/(`[^`]+`|\[[^\]]+\]\([^)\s]+\))/)
    .filter((part) => part !== '')
    .map(pieceOf)
}

function pieceOf(part: string): Piece {
  const [, words, to] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part) ?? []
  if (words !== undefined && to !== undefined) return { kind: 'link', text: words, to }
  return /^`[^`]+`$/.test(part) ? { kind: 'code', text: part.slice(1, -1) } : { kind: 'text', text: part }
}

export function Inline({ text, reading }: { text: string; reading: Reading }) {
  return <>{piecesOf(text).map((piece) => shown(piece, reading))}</>
}

function shown(piece: Piece, reading: Reading) {
  if (piece.kind !== 'link') return piece.kind === 'code' ? <code>{piece.text}</code> : piece.text
  return (
    <a href={placeOf(piece.to, reading)} rel={/^https?:/.test(piece.to) ? 'noopener noreferrer' : null}>
      {piece.text}
    </a>
  )
}
