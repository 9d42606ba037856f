import { createHash } from 'node:crypto'

/** Who has an exhibit, where, under which seal, since when, and who wrote it down. */
export interface CustodyEntry {
  exhibitId: string
  /** From 0, the taking. */
  position: number
  reason: string
  /** An officer by id, or a person or house outside by name; one of the two. */
  holderId: string | null
  holderName: string | null
  place: string
  seal: string | null
  /** ISO 8601, UTC. */
  at: string
  recordedBy: string
}

/** The hash of an entry takes in that of the one before, so that none can be changed, left out or put between. */
export function linkOf(entry: CustodyEntry, previous: string | null): string {
  const { exhibitId, position, reason, holderId, holderName, place, seal, at, recordedBy } = entry
  const said = [exhibitId, position, reason, holderId, holderName, place, seal, at, recordedBy, previous]
  return createHash('sha256')
    .update(`landfall-custody/1\n${JSON.stringify(said)}`)
    .digest('hex')
}

/** Position of the first entry that does not follow from the ones before; `null` when the chain holds. */
export function brokenAt(entries: readonly (CustodyEntry & { hash: string })[]): number | null {
  let previous: string | null = null
  for (const [index, entry] of entries.entries()) {
    if (entry.position !== index || linkOf(entry, previous) !== entry.hash) return index
    previous = entry.hash
  }
  return null
}
