import { normaliseAddress } from './normalise_address.js'
import { normaliseContact } from './normalise_contact.js'
import { normaliseIdentifier } from './normalise_identifier.js'
import { normaliseMeans } from './normalise_means.js'
import { normaliseName } from './normalise_name.js'
import { normaliseNumber } from './normalise_number.js'
import type { MatchKind } from './watch_list.js'

const NORMALISERS: Readonly<Record<MatchKind, (value: string) => string>> = {
  name: normaliseName,
  identifier: normaliseIdentifier,
  address: normaliseAddress,
  contact: normaliseContact,
  equipment: normaliseNumber,
  means: normaliseMeans,
  document: normaliseNumber,
}

/** The form in which both sides meet. Idempotent; empty when nothing is left to compare. */
export const normalise = (kind: MatchKind, value: string): string => NORMALISERS[kind](value)
