import { visibleText } from '../../composables/visible_text.js'
import type { QuoteLine } from '../../props/assessment.js'

export interface Piece {
  text: string
  marked: boolean
}

/** Cuts a raw line at its marks; marks out of range or out of order are cut to what is there. */
export const piecesOf = ({ text, marks }: QuoteLine): Piece[] => {
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to } of [...marks].sort((a, b) => a.from - b.from)) {
    const start = Math.max(from, at)
    const end = Math.min(to, text.length)
    if (end <= start) continue
    if (start > at) pieces.push({ text: visibleText(text.slice(at, start)), marked: false })
    pieces.push({ text: visibleText(text.slice(start, end)), marked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: visibleText(text.slice(at)), marked: false })
  return pieces
}
