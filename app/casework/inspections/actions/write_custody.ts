import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { linkOf } from '../custody/chain.js'

export interface Holder {
  reason: string
  holderId: string | null
  holderName: string | null
  place: string
  seal: string | null
}

/** The next entry of an exhibit's chain; the caller holds the exhibit. Gives the hash, for the audit. */
export async function writeCustody(
  orderId: string,
  exhibitId: string,
  holder: Holder,
  recordedBy: string
): Promise<string> {
  const last = await firstRow<{ position: number; hash: string }>(
    `select position, hash from tenant.exhibit_custody where exhibit_id = ? order by position desc limit 1`,
    [exhibitId]
  )
  const at = new Date().toISOString()
  const position = last ? last.position + 1 : 0
  const hash = linkOf({ exhibitId, position, ...holder, at, recordedBy }, last?.hash ?? null)
  await execute(
    `insert into tenant.exhibit_custody (tenant_id, id, order_id, exhibit_id, position, reason, holder_id, holder_name, place, seal, at, recorded_by, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      tenancy.current().administration.id,
      uuidv7(),
      orderId,
      exhibitId,
      position,
      holder.reason,
      holder.holderId,
      holder.holderName,
      holder.place,
      holder.seal,
      at,
      recordedBy,
      hash,
    ]
  )
  return hash
}
