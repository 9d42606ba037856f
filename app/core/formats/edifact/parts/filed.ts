import { folded } from '../../characters/text.js'
import { joinPieces, type FiledAt } from '../../parts/filed.js'
import type { Cited } from '../place_book.js'
import type { SegmentCursor } from '../segment_cursor.js'

/** A value with its place in the PlaceBook. */
export type Filed<T = string> = FiledAt<T, Cited>

/** A text with its place; `null` when nothing is filed. */
export const filedText = (cursor: SegmentCursor, element: number, component = 1): Filed | null => {
  const value = cursor.text(element, component)
  return value === '' ? null : { value, at: cursor.cite(element, component) }
}

/** A document number: upper case, blanks folded. */
export const filedNumber = (cursor: SegmentCursor, element: number, component = 1): Filed | null => {
  const filed = filedText(cursor, element, component)
  return filed && { value: filed.value.toUpperCase(), at: filed.at }
}

/** All components of an element as filed; `null` when all are empty. */
export const filedPieces = (cursor: SegmentCursor, element: number): Filed<readonly string[]> | null => {
  const count = cursor.components(element)
  if (count === 0) return null
  // Two at once: an array that grows makes room for seventeen.
  const pieces = count === 1 ? [cursor.raw(element)] : [cursor.raw(element), cursor.raw(element, 2)]
  for (let at = 3; at <= count; at++) pieces.push(cursor.raw(element, at))
  while (pieces.length > 0 && pieces.at(-1)?.trim() === '') pieces.pop()
  return pieces.length === 0 ? null : { value: pieces, at: cursor.cite(element) }
}

/** The components of an element as one text, as `joinPieces` puts them together. */
export const filedJoined = (cursor: SegmentCursor, element: number, most: number): Filed | null => {
  if (cursor.components(element) === 1) {
    const value = folded(cursor.raw(element))
    return value === '' ? null : { value, at: cursor.cite(element) }
  }
  const pieces = filedPieces(cursor, element)
  return pieces && { value: joinPieces(pieces.value, most, ':'), at: pieces.at }
}
