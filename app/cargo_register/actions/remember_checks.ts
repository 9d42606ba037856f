import type { Consignment } from '#core/cargo/consignment'
import { historyKeys } from '#core/matching/history_keys'
import { normaliseNumber } from '#core/matching/normalise_number'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { checkedKeys } from '../queries/history/findings_before.js'

export interface OrderedCheck {
  orderId: string
  consignmentId: string
  /** The one container to be looked at, or all of the consignment. */
  equipment: string | null
}

export interface CheckOutcome {
  orderId: string
  /** `null` where nothing was established: not examined, inconclusive. */
  result: 'resultant' | 'clean' | null
  /** Kinds of what was found. */
  found: readonly string[]
}

/** Cargo is to be inspected: by what its parties and containers are told apart then, it is found again. */
export async function rememberChecks(checks: readonly OrderedCheck[]): Promise<void> {
  const documents = await rows<{ id: string; document: Consignment }>(
    `select c.id, r.document from tenant.consignments c join tenant.consignment_revisions r on r.id = c.revision_id where c.id = any(?::uuid[])`,
    [checks.map(({ consignmentId }) => consignmentId)]
  )
  const byId = new Map(documents.map(({ id, document }) => [id, document]))
  const known = checks.filter(({ consignmentId }) => byId.has(consignmentId))
  const keys = known.flatMap(({ orderId, consignmentId, equipment }) => {
    const document = byId.get(consignmentId)!
    const boxes = equipment === null ? document.equipment.map(({ number }) => number) : [equipment]
    const containers = [...new Set(boxes.map(normaliseNumber).filter((number) => number !== ''))]
    return Object.entries(checkedKeys(historyKeys(document), containers)).flatMap(([kind, of]) =>
      of.map((key) => ({ orderId, kind, key }))
    )
  })
  const tenantId = tenancy.current().administration.id
  await execute(
    `insert into tenant.history_checks (tenant_id, order_id, consignment_id, ordered_at)
     select ?::uuid, c.id, c.consignment, now() from unnest(?::uuid[], ?::uuid[]) as c (id, consignment)`,
    [tenantId, known.map(({ orderId }) => orderId), known.map(({ consignmentId }) => consignmentId)]
  )
  await execute(
    `insert into tenant.history_check_keys (tenant_id, order_id, kind, key)
     select ?::uuid, k.id, k.kind, k.key from unnest(?::uuid[], ?::text[], ?::text[]) as k (id, kind, key)`,
    [tenantId, keys.map(({ orderId }) => orderId), keys.map(({ kind }) => kind), keys.map(({ key }) => key)]
  )
}

/** What came of it, from now on; a corrected outcome takes the place of the earlier one. */
export async function rememberOutcomes(outcomes: readonly CheckOutcome[]): Promise<void> {
  for (const { orderId, result, found } of outcomes) {
    await execute(
      `update tenant.history_checks set result = ?, found = ?::text[], checked_at = case when ?::text is null then null else now() end where order_id = ?`,
      [result, found, result, orderId]
    )
  }
}

/** Takes away by what persons are told; what was found in a container stays. */
export async function forgetCheckedParties(consignmentIds: readonly string[]): Promise<void> {
  await execute(
    `delete from tenant.history_check_keys k using tenant.history_checks h
      where h.order_id = k.order_id and h.consignment_id = any(?::uuid[]) and k.kind <> 'container'`,
    [consignmentIds]
  )
}
