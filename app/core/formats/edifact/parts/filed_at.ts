import type { Filed } from '../../parts/filed.js'
import type { SegmentCursor } from '../segment_cursor.js'

/** A text with its place; `null` when nothing is filed. */
export const filedText = (cursor: SegmentCursor, element: number, component = 1): Filed | null => {
  const value = cursor.text(element, component)
  return value === '' ? null : { value, at: [cursor.ref(element, component)] }
}

/** A document number: upper case, blanks folded. */
export const filedNumber = (cursor: SegmentCursor, element: number, component = 1): Filed | null => {
  const filed = filedText(cursor, element, component)
  return filed && { value: filed.value.toUpperCase(), at: filed.at }
}

/** All components of an element as filed; `null` when all are empty. */
export const filedPieces = (cursor: SegmentCursor, element: number): Filed<readonly string[]> | null => {
  const pieces: string[] = []
  for (let at = 1; at <= cursor.components(element); at++) pieces.push(cursor.raw(element, at))
  while (pieces.length > 0 && pieces.at(-1)?.trim() === '') pieces.pop()
  return pieces.length === 0 ? null : { value: pieces, at: [cursor.ref(element)] }
}
