import type { Needed } from '#platform/database/drop_partitions'
import { keptFrom, monthOf } from '#platform/retention/retention_class'
import { firstRow } from '#platform/tenancy/database'
import { listPolicies } from './list_policies.js'

/**
 * From which month on the current administration needs each partitioned table: its policies, and every
 * month while a hold stands. The audit is not among them: a chain with a month missing proves nothing.
 */
export async function neededMonths(now: Date): Promise<Needed> {
  const held = await firstRow(`select 1 from tenant.legal_holds where lifted_at is null limit 1`)
  const from: Record<string, Date> = {}
  for (const { class: each, deleteAfterDays } of await listPolicies())
    for (const table of each.partitions ?? [])
      from[table] = earlier(from[table], held ? new Date(0) : monthOf(keptFrom(now, deleteAfterDays)))
  return from
}

/** A table of several classes is needed as long as one of them needs it. */
const earlier = (one: Date | undefined, other: Date): Date => (one && one < other ? one : other)
