import type { Traveller } from '#core/cargo/traveller_list'
import { firstRow, rows } from '#platform/tenancy/database'
import { openTravellers, type SealedRow } from '../sealed_traveller.js'

/** Travellers of one answer. */
export const TRAVELLERS_A_PAGE = 200

export interface ListedTraveller {
  id: string
  /** Of its list; null in both when the list has none. */
  list: { documentId: string; filedAt: Date }
  /** `null`: its key was destroyed. */
  traveller: Traveller | null
}

const OF_CALL = `from tenant.travellers t join tenant.reported_documents d on d.tenant_id = t.tenant_id and d.id = t.document_id
   where d.call_id = ?::uuid and d.state = 'current'`

/** How many travellers are kept of a call, in the lists that stand. */
export const countTravellers = async (callId: string): Promise<number> =>
  (await firstRow<{ count: number }>(`select count(*)::int as count ${OF_CALL}`, [callId]))!.count

/** Travellers in the lists of a call that stand, the newest list first, in its order, from a place on. */
export async function listTravellers(callId: string, from: number): Promise<ListedTraveller[]> {
  const found = await rows<SealedRow & { documentId: string; filedAt: Date }>(
    `select t.id, t.sealed, t.document_id as "documentId", d.filed_at as "filedAt" ${OF_CALL}
      order by d.filed_at desc, d.id desc, t.position limit ${TRAVELLERS_A_PAGE} offset ?`,
    [callId, from]
  )
  const opened = await openTravellers(found)
  return found.map(({ id, documentId, filedAt }, at) => ({
    id,
    list: { documentId, filedAt },
    traveller: opened[at] ?? null,
  }))
}
