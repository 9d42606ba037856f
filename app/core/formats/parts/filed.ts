import type { SourceRef } from '../../kernel/source_ref.js'
import { folded } from '../characters/text.js'

/** A value with the places it was read from. */
export interface Filed<T = string> {
  readonly value: T
  readonly at: readonly SourceRef[]
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
