import type { Consignment } from '#core/cargo/consignment'
import type { NatureReason } from '#core/cargo/nature'
import { consignmentInScope } from '#app/cargo_register/published'
import { alertInScope } from '#app/targeting/published'
import { firstRow } from '#platform/tenancy/database'

export interface ConsignmentHead {
  id: string
  manifest_id: string
  call_id: string | null
  level: 'master' | 'house' | 'straight'
  reference: string | null
  master_reference: string | null
  /** As filed, else what its places say; `nature_because` says which. */
  nature: string | null
  nature_because: NatureReason
  state: 'filed' | 'removed' | 'cancelled' | 'unusable'
  revision: number
  revision_id: string
  first_filer: string
  first_registered_at: Date
}

/** `null` also for cargo of other units' ports. */
export const getConsignmentHead = (id: string) => {
  const scope = consignmentInScope()
  return firstRow<ConsignmentHead>(
    `select id, manifest_id, call_id, level, reference, master_reference, nature, nature_because, state, revision, revision_id, first_filer, first_registered_at
       from tenant.consignments c where id = ? and ${scope.sql}`,
    [id, ...scope.bindings]
  )
}

/** Where a consignment stands among the open alerts by score, for going to the next and the one before. */
export async function getNeighbours(
  id: string
): Promise<{ position: number; of: number; previous: string | null; next: string | null } | null> {
  const scope = alertInScope()
  return firstRow(
    `select position::int, of::int, previous, next from (
       select s.consignment_id, row_number() over w as position, count(*) over () as of,
              lag(s.consignment_id) over w as previous, lead(s.consignment_id) over w as next
         from tenant.standings s
        where exists (select 1 from tenant.alerts a where a.tenant_id = s.tenant_id and a.consignment_id = s.consignment_id and a.state in ('new', 'claimed') and ${scope.sql})
       window w as (order by s.score desc, s.up_to desc, s.consignment_id)) x
      where consignment_id = ?`,
    [...scope.bindings, id]
  )
}

/** Share of the fields a consignment can have that were filed. */
export function filedShare(consignment: Consignment): { filed: number; of: number } {
  const party = (role: string) => consignment.parties.find((each) => each.role === role)
  const item = consignment.items[0]
  const box = consignment.equipment[0]
  const fields: unknown[] = [
    consignment.reference,
    consignment.nature,
    consignment.places.receipt,
    consignment.places.loading,
    consignment.places.discharge,
    consignment.places.delivery,
    party('consignor')?.name,
    party('consignor')?.address,
    party('consignee')?.name,
    party('consignee')?.address,
    item?.description,
    item?.packages,
    item?.hsCodes.length ? item.hsCodes : null,
    consignment.totals.grossWeightKg ?? item?.grossWeightKg,
    ...(box ? [box.number, box.sizeType, box.seals.length ? box.seals : null] : []),
  ]
  return { filed: fields.filter((value) => value !== null && value !== undefined).length, of: fields.length }
}
