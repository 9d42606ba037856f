import type { Party } from '../cargo/consignment.js'
import { namesSomebody } from './named_party.js'
import { normaliseIdentifier } from './normalise_identifier.js'
import { normaliseName } from './normalise_name.js'

/** Longer names are cut: two of them still fit one index entry. */
const LONGEST = 400

/**
 * By what history tells parties apart: the first identifier that is one (`id:NIT:12345678`), else the
 * compared name (`name:BLUE MAHOE INTERIORS`). `null` when the document names nobody ("to order").
 */
export const partyKey = (party: Named): string | null => {
  const kept = known.get(party)
  if (kept !== undefined) return kept
  const key = keyOf(party)
  known.set(party, key)
  return key
}

type Named = Pick<Party, 'name' | 'identifiers'>

/** Facts, history and registration ask for the same party's, some five times. */
const known = new WeakMap<Named, string | null>()

const keyOf = (party: Named): string | null => {
  for (const { type, value } of party.identifiers) {
    const identifier = normaliseIdentifier(value)
    if (identifier !== '') return `id:${type.toUpperCase()}:${identifier}`.slice(0, LONGEST)
  }
  if (party.name === null || !namesSomebody(party.name)) return null
  return `name:${normaliseName(party.name)}`.slice(0, LONGEST)
}
