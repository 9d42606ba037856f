import { createRequire } from 'node:module'
import type { Bidi } from 'bidi-js'

const bidi = (createRequire(import.meta.url)('bidi-js') as () => Bidi)()
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

/** A part of a line that is drawn at one go, in one style. */
export interface Piece {
  text: string
  /** Index of the style it came with. */
  style: number
}

export const turns = (text: string): boolean => RIGHT_TO_LEFT.test(text)

/**
 * The pieces of one line from left to right as they are seen (Unicode bidirectional algorithm, rule L2).
 * Words of a right-to-left script stay whole, since their letters are joined and turned by the font; signs
 * between them are turned and mirrored here. Spaces at both ends of the line are not drawn.
 */
export function visualOrder(line: readonly Piece[], base: 'ltr' | 'rtl'): Piece[] {
  const signs = line.flatMap(({ text, style }) => [...text].map((sign) => ({ sign, style })))
  while (signs.at(-1)?.sign.trim() === '') signs.pop()
  while (signs[0]?.sign.trim() === '') signs.shift()
  const text = signs.map(({ sign }) => (sign.length === 1 ? sign : '\u25a1')).join('')
  const levels = bidi.getEmbeddingLevels(withoutTorn(text), base)
  const runs: { level: number; pieces: Piece[] }[] = []
  for (const [at, { sign, style }] of signs.entries()) {
    const level = levels.levels[at]!
    const kind = kindOf(sign)
    const run = runs.at(-1)
    const last = run?.pieces.at(-1)
    if (run === undefined || run.level !== level) runs.push({ level, pieces: [{ text: sign, style }] })
    else if (last?.style === style && (level % 2 === 0 || joins(last.text, kind))) last.text += sign
    else run.pieces.push({ text: sign, style })
  }
  const units = runs.flatMap(({ level, pieces }) =>
    level % 2 === 0
      ? [{ level, pieces }]
      : pieces.map((piece) => ({ level, pieces: [{ ...piece, text: mirrored(piece.text) }] }))
  )
  return reordered(units).flatMap(({ pieces }) => pieces)
}

/** Dates, and words of Latin letters with digits and signs in them (`45R1`, a hash, `SHA-256`). */
const ONE_WORD = /\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?Z?)?|[0-9_.:+/-]*[A-Za-z][0-9A-Za-z_.:+/-]*[0-9A-Za-z]/g
/** For the algorithm these are one word each: after Arabic letters it would turn their parts round. */
const withoutTorn = (text: string) => text.replace(ONE_WORD, (word) => 'a'.repeat(word.length))

const kindOf = (sign: string) => (/[\p{L}\p{M}]/u.test(sign) ? 'word' : 'sign')
/** Inside a right-to-left run only letters and their marks are drawn together. */
const joins = (before: string, kind: string) => kind === 'word' && /[\p{L}\p{M}]$/u.test(before)
const mirrored = (text: string) => [...text].map((sign) => bidi.getMirroredCharacter(sign) ?? sign).join('')

/** L2: from the highest level down to the lowest odd one, every stretch at or above it is turned round. */
function reordered<T extends { level: number }>(units: readonly T[]): T[] {
  const order = [...units]
  const highest = Math.max(0, ...order.map(({ level }) => level))
  for (let level = highest; level >= 1; level--) {
    for (let from = 0; from < order.length; from++) {
      if (order[from]!.level < level) continue
      let to = from
      while (to + 1 < order.length && order[to + 1]!.level >= level) to++
      order.splice(from, to - from + 1, ...order.slice(from, to + 1).reverse())
      from = to
    }
  }
  return order
}
