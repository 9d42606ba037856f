import { retentionRegistry } from '#platform/retention/registry'
import type { RetentionClass } from '#platform/retention/retention_class'
import { rows } from '#platform/tenancy/database'

export interface Policy {
  class: RetentionClass
  maskAfterDays: number | null
  deleteAfterDays: number
  /** 0: the default of the build. */
  revision: number
  reason: string | null
  changedBy: string | null
  changedAt: Date | null
}

interface Row {
  class: string
  mask_after_days: number | null
  delete_after_days: number
  revision: number
  reason: string | null
  name: string | null
  changed_at: Date
}

/** What stands for each class: the administration's latest revision, else the default. */
export async function listPolicies(): Promise<Policy[]> {
  const changed = await rows<Row>(
    `select distinct on (p.class) p.class, p.mask_after_days, p.delete_after_days, p.revision, p.reason, o.name, p.changed_at
       from tenant.retention_policies p left join tenant.officers o on o.id = p.changed_by order by p.class, p.revision desc`
  )
  const byClass = new Map(changed.map((row) => [row.class, row]))
  return retentionRegistry.all().map((each) => {
    const row = byClass.get(each.code)
    return {
      class: each,
      maskAfterDays: row ? row.mask_after_days : each.defaults.maskAfterDays,
      deleteAfterDays: row?.delete_after_days ?? each.defaults.deleteAfterDays,
      revision: row?.revision ?? 0,
      reason: row?.reason ?? null,
      changedBy: row?.name ?? null,
      changedAt: row?.changed_at ?? null,
    }
  })
}
