import type { Caps, FurtherUnknowns, UnknownReason } from '../../assessment/assessment.js'
import { compareText } from '../../assessment/order.js'
import { GROUP_AT } from '../claim_tables.js'
import type { CodeBook } from './code_book.js'
import type { CodeClaims } from './claims.js'
import { FLAGS, HARD_HOPE, HIT_TOO, HOPEFUL, OPEN, ORDER, POINTS, STATE, type Opens } from './opens.js'
import { Smallest } from './smallest.js'
import { totalOfHits, type Total } from './total.js'
import { gainOf, rankOf, waterfallKey } from './waterfall_key.js'

/** Unknowns listed; what more there are is counted by what it waits for. */
export const MOST_UNKNOWNS = 100

/** What could not be told, unless the same code already counts as much; of thousands only those listed are put in order and words. */
export class Unknowns {
  readonly #kept = new Smallest(MOST_UNKNOWNS)

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
    const unknowns = Array.from(this.#kept.sorted(), (key) => opens.tell(book.byRank[rankOf(key)]!, gainOf(key)))
    return { unknowns, furtherUnknowns: further(opens) }
  }

  #withoutHit({ rows, count }: Opens, { ranks }: CodeBook, total: Total): void {
    const gains = total.gains()
    for (let row = 0; row < count * OPEN; row += OPEN) {
      const state = rows[row + STATE]!
      if (state & HIT_TOO) continue
      const points = rows[row + POINTS]!
      const group = (rows[row + FLAGS]! >> GROUP_AT) & 15
      const gain = state & HOPEFUL ? gains(group, points, (state & HARD_HOPE) !== 0) : 0
      this.#kept.add(waterfallKey(gain, points, rows[row + ORDER]!, ranks[rows[row]!]!))
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
      const gain = open.isHopeful ? gainWithHit(each, codes, caps) - total.score : 0
      this.#kept.add(waterfallKey(gain, open.points, opens.rows[open.place * OPEN + ORDER]!, ranks[code]!))
    }
  }
}

/** The score if this code alone were as much as it can be. */
const gainWithHit = (code: CodeClaims, codes: readonly CodeClaims[], caps: Caps): number => {
  const others = totalOfHits(codes, caps, code)
  others.addUpTo(code)
  return others.score
}

/** Those not told, counted by what they wait for. */
const further = (opens: Opens): readonly FurtherUnknowns[] => {
  const counts = new Map<string, { missing: UnknownReason['missing']; why: UnknownReason['why']; count: number }>()
  for (const { missing, why, count } of opens.untold()) {
    const name = `${missing} ${why}`
    const same = counts.get(name)
    if (same) same.count += count
    else counts.set(name, { missing, why, count })
  }
  return [...counts.values()].sort(
    (a, b) => b.count - a.count || compareText(a.missing, b.missing) || compareText(a.why, b.why)
  )
}
