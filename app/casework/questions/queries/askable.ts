import { consignmentInScope } from '#app/cargo_register/published'
import { rows } from '#platform/tenancy/database'

/** A consignment of a case as far as its filer can be asked. */
export interface Askable {
  consignmentId: string
  bill: string | null
  mode: string | null
  arrives: Date | null
  departs: Date | null
  senderId: string
  sender: string
  /** Nothing is asked of a closed sender. */
  open: boolean
  /** Persons of the filer who can sign in and answer. */
  people: number
}

/** Cargo of a case that the officer's units look at, with who filed it. */
export function listAskable(caseId: string): Promise<Askable[]> {
  const scope = consignmentInScope()
  return rows(
    `select c.id as "consignmentId", c.reference as bill, coalesce(k.mode, m.mode) as mode, coalesce(k.arrived_at, k.eta) as arrives, k.etd as departs,
            s.id as "senderId", s.name as sender, s.closed_at is null as open,
            (select count(*)::int from tenant.officers o where o.tenant_id = s.tenant_id and o.sender_id = s.id and o.state = 'active') as people
       from tenant.case_consignments x
       join tenant.consignments c on c.tenant_id = x.tenant_id and c.id = x.consignment_id
       join tenant.manifests m on m.tenant_id = c.tenant_id and m.id = c.manifest_id
       join tenant.senders s on s.tenant_id = m.tenant_id and s.id = m.sender_id
       left join tenant.calls k on k.tenant_id = c.tenant_id and k.id = c.call_id
      where x.case_id = ? and ${scope.sql} order by c.reference nulls last, c.id`,
    [caseId, ...scope.bindings]
  )
}
