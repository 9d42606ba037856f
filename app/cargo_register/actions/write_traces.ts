import type { Trace } from '#core/matching/history_keys'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** What parties of consignments were filed with; `rewritten` are consignments whose earlier traces go. Only what history counts leaves any, dated by its first registration. */
export async function writeTraces(
  rewritten: readonly string[],
  traces: readonly ({ id: string } & Trace)[]
): Promise<void> {
  if (rewritten.length > 0)
    await execute(`delete from tenant.history_traces where consignment_id = any(?::uuid[])`, [rewritten])
  if (traces.length === 0) return
  await execute(
    `insert into tenant.history_traces (tenant_id, kind, key, other, seen_at, consignment_id)
     select ?::uuid, t.kind, t.key, t.other, h.filed_at, t.id
       from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as t(id, kind, key, other)
       join tenant.consignment_history h on h.consignment_id = t.id`,
    [
      tenancy.current().administration.id,
      traces.map(({ id }) => id),
      traces.map(({ kind }) => kind),
      traces.map(({ key }) => key),
      traces.map(({ other }) => other),
    ]
  )
}

/** Takes consignments out of history; their counters follow. */
export async function forgetHistory(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await execute(`delete from tenant.history_traces where consignment_id = any(?::uuid[])`, [ids])
  await execute(`delete from tenant.consignment_history where consignment_id = any(?::uuid[])`, [ids])
}
