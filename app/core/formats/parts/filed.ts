import type { SourceRef } from '../../kernel/source_ref.js'
import { folded } from '../characters/text.js'

/** Where a value stands: places, or the number under which the reader of its family keeps them. */
export type AnyPlace = readonly SourceRef[] | number

/** A value with the places it was read from. */
export interface FiledAt<T, At extends AnyPlace> {
  readonly value: T
  readonly at: At
}
export type Filed<T = string> = FiledAt<T, readonly SourceRef[]>

const FULL_WIDTHS: ReadonlySet<number> = new Set([35, 70, 256, 350, 512])

/**
 * Joins what a sender cut into pieces: a piece as long as the field allows was cut in the middle
 * of a word, so nothing is put behind it; otherwise a blank. Pieces beyond `most` were cut by an
 * unescaped separator, which is put back.
 */
export const joinPieces = (pieces: readonly string[], most: number, separator: string): string => {
  let joined = pieces[0] ?? ''
  for (let at = 1; at < pieces.length; at++) {
    const [before = '', piece = ''] = [pieces[at - 1], pieces[at]]
    if (at >= most) joined += separator + piece
    else if (piece !== '') joined += (before === '' || FULL_WIDTHS.has(before.length) ? '' : ' ') + piece
  }
  return folded(joined)
}
