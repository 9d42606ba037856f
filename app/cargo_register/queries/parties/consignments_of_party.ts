import type { Consignment, Party } from '#core/cargo/consignment'
import { identityKey } from '#core/matching/identity_key'
import { partyOf } from '#core/matching/history_keys'
import { rows } from '#platform/tenancy/database'
import { consignmentInScope } from '../consignment_in_scope.js'

export type PartyIn = 'consignee' | 'consignor' | 'notify'

export interface ConsignmentOfParty {
  id: string
  reference: string | null
  description: string | null
  role: PartyIn
  /** As filed there. */
  party: Party
  /** Consignor or consignee on the other side. */
  other: string | null
  firstRegisteredAt: Date
}

interface Row {
  id: string
  reference: string | null
  description: string | null
  document: Consignment
  at: Date
}

const MOST = 200
const ROLES: readonly PartyIn[] = ['consignee', 'consignor', 'notify']

/** The latest consignments that name one of these keys and may be seen, each with how the party stands there. */
export async function consignmentsOfParty(keys: readonly string[]): Promise<ConsignmentOfParty[]> {
  const scope = consignmentInScope()
  const found = await rows<Row>(
    `select c.id, c.reference, c.description, r.document, c.first_registered_at as at
       from ((select consignment_id from tenant.consignment_history where consignee_key = any(?::text[]) order by filed_at desc limit ${MOST})
         union (select consignment_id from tenant.consignment_history where consignor_key = any(?::text[]) order by filed_at desc limit ${MOST})
         union (select consignment_id from tenant.history_traces where kind = 'notify' and key = any(?::text[]) order by seen_at desc limit ${MOST})) n
       join tenant.consignments c on c.id = n.consignment_id join tenant.consignment_revisions r on r.id = c.revision_id
      where ${scope.sql} order by c.first_registered_at desc, c.id limit ${MOST}`,
    [keys, keys, keys, ...scope.bindings]
  )
  const own = new Set(keys)
  return found.flatMap(({ document, at, ...row }) =>
    ROLES.flatMap((role): ConsignmentOfParty[] => {
      const party = partyOf(document.parties, role)
      if (party === null || !own.has(identityKey(party) ?? '')) return []
      const other = partyOf(document.parties, role === 'consignor' ? 'consignee' : 'consignor')
      return [{ ...row, role, party, other: other?.name ?? null, firstRegisteredAt: at }]
    }).slice(0, 1)
  )
}
