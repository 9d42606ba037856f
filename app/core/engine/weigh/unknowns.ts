import type { Caps, FurtherUnknowns, UnknownReason } from '../../assessment/assessment.js'
import { compareText } from '../../assessment/order.js'
import { groupOf } from '../claim_tables.js'
import type { CodeBook } from './code_book.js'
import type { CodeClaims } from './claims.js'
import { FLAGS, HARD_HOPE, HIT_TOO, HOPEFUL, OPEN, ORDER, POINTS, STATE, type Opens } from './opens.js'
import { Smallest } from './smallest.js'
import { Total } from './total.js'
import { gainOf, waterfallKey } from './waterfall_key.js'

/** Unknowns listed; what more there are is counted by what it waits for. */
export const MOST_UNKNOWNS = 100

/** What could not be told, unless the same code already counts as much; of thousands only those listed are put in order and words. */
export class Unknowns {
  readonly #kept = new Smallest(MOST_UNKNOWNS)
  readonly #others = new Total()

  list(
    codes: readonly CodeClaims[],
    opens: Opens,
    book: CodeBook,
    total: Total,
    caps: Caps
  ): { unknowns: readonly UnknownReason[]; furtherUnknowns: readonly FurtherUnknowns[] } {
    this.#kept.clear()
    this.#withoutHit(opens, book, total)
    this.#withHit(codes, opens, book, total, caps)
    return { unknowns: this.#told(opens), furtherUnknowns: further(opens) }
  }

  /** In two rounds: the first does nothing but ask for what lies anywhere in memory, so that it is waited for together. */
  #told(opens: Opens): readonly UnknownReason[] {
    const { keys, values } = this.#kept
    const count = this.#kept.sort()
    for (let at = 0; at < count; at++) opens.prepare(values[at]!)
    const told: UnknownReason[] = []
    for (let at = 0; at < count; at++) told.push(opens.tell(values[at]!, gainOf(keys[at]!)))
    return told
  }

  #withoutHit({ rows, count }: Opens, { ranks }: CodeBook, total: Total): void {
    const gains = total.gains()
    for (let row = 0; row < count * OPEN; row += OPEN) {
      const state = rows[row + STATE]!
      if (state & HIT_TOO) continue
      const points = rows[row + POINTS]!
      const group = groupOf(rows[row + FLAGS]!)
      const gain = state & HOPEFUL ? gains(group, points, (state & HARD_HOPE) !== 0) : 0
      this.#kept.add(
        waterfallKey(gain, points, rows[row + ORDER]!, ranks === null ? rows[row]! : ranks[rows[row]!]!),
        row / OPEN
      )
    }
  }

  #withHit(codes: readonly CodeClaims[], opens: Opens, { ranks }: CodeBook, total: Total, caps: Caps): void {
    for (const each of codes) {
      const { code, open, hit } = each
      if (open === null || hit === null) continue
      if (hit.points >= open.points) {
        opens.leave(open.place)
        continue
      }
      const gain = open.isHopeful ? this.#scoreWith(each, codes, caps) - total.score : 0
      this.#kept.add(
        waterfallKey(gain, open.points, opens.rows[open.place * OPEN + ORDER]!, ranks?.[code] ?? code),
        open.place
      )
    }
  }

  /** The score if this code alone were as much as it can be. */
  #scoreWith(code: CodeClaims, codes: readonly CodeClaims[], caps: Caps): number {
    const others = this.#others.ofHits(codes, caps, code)
    others.addUpTo(code)
    return others.score
  }
}

/** Those not told, counted by what they wait for. */
const further = (opens: Opens): readonly FurtherUnknowns[] => {
  const counts: { missing: UnknownReason['missing']; why: UnknownReason['why']; count: number }[] = []
  for (const { missing, why, count } of opens.untold()) {
    const same = counts.find((each) => each.missing === missing && each.why === why)
    if (same) same.count += count
    else counts.push({ missing, why, count })
  }
  return counts.sort((a, b) => b.count - a.count || compareText(a.missing, b.missing) || compareText(a.why, b.why))
}
