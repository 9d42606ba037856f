import type { FactSnapshot } from '#core/facts/catalogue'
import type { ProfileRevision } from '#core/profiles/document'
import { closureOf, isOpen, type Rec } from './record.js'

/** Numbers of the profiles that apply, and of those of which that is unknown, each ascending. */
export interface Found {
  readonly applies: readonly number[]
  readonly open: readonly number[]
}

/** An engine with the profiles loaded. */
export interface Candidate {
  readonly name: string
  /** Consignments of one run, so that a run takes about as long for each. */
  readonly runs: number
  match(record: Rec, facts: FactSnapshot): Promise<Found> | Found
}

/** Two-valued engines find what might apply; which of these certainly do is looked up afterwards, as it costs next to nothing. */
export const split = (found: Iterable<number>, profiles: readonly ProfileRevision[], record: Rec): Found => {
  const applies: number[] = []
  const open: number[] = []
  for (const at of [...found].sort((a, b) => a - b)) (isOpen(profiles[at]!, record) ? open : applies).push(at)
  return { applies, open }
}

/** Every profile after the other, its conditions compiled to closures, left at the first that cannot hold. */
export const naive = (profiles: readonly ProfileRevision[], runs: number): Candidate => {
  const compiled = profiles.map(({ document }) => ({
    all: document.all.map(closureOf),
    any: document.any.map(closureOf),
  }))
  return {
    name: 'naive loop over closures',
    runs,
    match: (record) => {
      const found: number[] = []
      for (let at = 0; at < compiled.length; at++) {
        const { all, any } = compiled[at]!
        let might = true
        for (let each = 0; each < all.length; each++) {
          if (all[each]!(record)) continue
          might = false
          break
        }
        if (might && (any.length === 0 || any.some((each) => each(record)))) found.push(at)
      }
      return split(found, profiles, record)
    },
  }
}
