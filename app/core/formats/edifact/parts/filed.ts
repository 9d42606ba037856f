import type { SourceRef } from '../../../kernel/source_ref.js'
import type { SegmentCursor } from '../segment_cursor.js'
import { folded } from '../text.js'

/** A value with the places it was read from. */
export interface Filed<T = string> {
  readonly value: T
  readonly at: readonly SourceRef[]
}

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

const FULL_WIDTHS: ReadonlySet<number> = new Set([35, 70, 256, 350, 512])

/**
 * Joins what a sender cut into pieces: a piece as long as the field allows was cut in the middle
 * of a word, so nothing is put behind it; otherwise a blank. Pieces beyond `most` were cut by an
 * unescaped separator, which is put back.
 */
export const joinPieces = (pieces: readonly string[], most: number, separator: string): string => {
  let joined = ''
  pieces.forEach((piece, at) => {
    const before = pieces[at - 1]
    if (before === undefined) joined = piece
    else if (at >= most) joined += separator + piece
    else if (piece !== '') joined += (before === '' || FULL_WIDTHS.has(before.length) ? '' : ' ') + piece
  })
  return folded(joined)
}
