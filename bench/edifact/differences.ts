import { isDeepStrictEqual } from 'node:util'
import type { Candidate } from './candidates.js'
import type { Fields } from './fields.js'

/** Counts the consignments that a peer reads otherwise than we, or not at all. @throws when ours finds none. */
export function differences(ours: Candidate, peer: Candidate, bytes: Uint8Array) {
  const known = consignments(ours, bytes)
  const found = consignments(peer, bytes)
  if (known.size === 0) throw new Error('nothing was read')
  const references = new Set([...known.keys(), ...found.keys()])
  let different = 0
  for (const reference of references) {
    if (!isDeepStrictEqual(known.get(reference), found.get(reference))) different += 1
  }
  return { consignments: known.size, different }
}

const consignments = (candidate: Candidate, bytes: Uint8Array): ReadonlyMap<string, Fields> => {
  const found = new Map<string, Fields>()
  candidate.extract(bytes, (fields) => void found.set(fields.reference, fields))
  return found
}
