import { DAY, type Instant } from '#core/kernel/instant'
import { normaliseNumber } from '#core/matching/normalise_number'
import { rows } from '#platform/tenancy/database'
import { consignmentInScope } from './consignment_in_scope.js'

/** A container or bill of another season under the same number is not meant. */
const AROUND = 60 * DAY

interface Candidate {
  id: string
  call_id: string | null
  kind: 'reference' | 'master' | 'equipment'
  key: string
  arrival: Date | null
  registered: Date
}

/**
 * The consignments a bill or container number means at a time: those of the nearest voyage. A bill
 * is looked for as own number first, then as master. Several in one answer share their voyage.
 */
export async function findCargo(
  wanted: { bill: string | null; container: string | null },
  at: Instant
): Promise<string[] | 'ambiguous'> {
  const bill = normaliseNumber(wanted.bill ?? '')
  const container = normaliseNumber(wanted.container ?? '')
  const scope = consignmentInScope()
  const found = await rows<Candidate>(
    `select c.id, c.call_id, n.kind, n.key, coalesce(k.arrived_at, k.eta) as arrival, c.first_registered_at as registered
       from tenant.consignment_numbers n
       join tenant.consignments c on c.tenant_id = n.tenant_id and c.id = n.consignment_id
       left join tenant.calls k on k.tenant_id = c.tenant_id and k.id = c.call_id
      where c.state = 'filed' and ${scope.sql} and ((n.kind in ('reference', 'master') and n.key = ?) or (n.kind = 'equipment' and n.key = ?))
      order by c.id limit 2000`,
    [...scope.bindings, bill, container]
  )
  const near = found.filter((each) => distance(each, at) <= AROUND)
  const billed = near.filter(({ kind }) => kind === 'reference')
  const named = billed.length > 0 ? billed : near.filter(({ kind }) => kind === 'master')
  const boxed = near.filter(({ kind }) => kind === 'equipment')
  const inBox = new Set(boxed.map(({ id }) => id))
  const meant = bill === '' ? boxed : container === '' ? named : named.filter(({ id }) => inBox.has(id))
  return ofNearestVoyage(meant, at)
}

/** How far a time lies from when the cargo arrives, or from when it was first told of. */
const distance = ({ arrival, registered }: Candidate, at: Instant): number =>
  Math.min(Math.abs(registered.getTime() - at), Math.abs((arrival ?? registered).getTime() - at))

function ofNearestVoyage(meant: readonly Candidate[], at: Instant): string[] | 'ambiguous' {
  const nearest = meant.reduce<Candidate | null>(
    (best, each) => (best === null || distance(each, at) < distance(best, at) ? each : best),
    null
  )
  if (!nearest) return []
  const tied = meant.filter((each) => each.call_id !== nearest.call_id && distance(each, at) === distance(nearest, at))
  if (tied.length > 0) return 'ambiguous'
  return [...new Set(meant.filter(({ call_id: call }) => call === nearest.call_id).map(({ id }) => id))]
}
