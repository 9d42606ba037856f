import { firstRow, rows } from '#platform/tenancy/database'

export interface SwitchRevision {
  revision: number
  reads: boolean
  /** The law by which lists are read; of an end, why it ended. */
  basis: string
  changedBy: string | null
  changedAt: Date
}

const SELECT = `select s.revision, s.reads, s.basis, o.name as "changedBy", s.changed_at as "changedAt"
   from tenant.traveller_settings s left join tenant.officers o on o.tenant_id = s.tenant_id and o.id = s.changed_by`

/** Whether the current administration reads lists of travellers. Nobody said so: it does not. */
export const readsTravellers = async (): Promise<boolean> =>
  (await firstRow<{ reads: boolean }>(`select reads from tenant.traveller_settings order by revision desc limit 1`))
    ?.reads ?? false

/** What was decided, the latest first; at most 50. The first one stands. */
export const listSwitchRevisions = (): Promise<SwitchRevision[]> =>
  rows<SwitchRevision>(`${SELECT} order by s.revision desc limit 50`)

export interface StoredTravellers {
  lists: number
  travellers: number
  /** When the oldest of them was filed. */
  since: Date | null
}

export const countStored = async (): Promise<StoredTravellers> =>
  (await firstRow<StoredTravellers>(
    `select count(distinct document_id)::int as lists, count(*)::int as travellers, min(filed_at) as since from tenant.travellers`
  ))!
