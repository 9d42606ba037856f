import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, invalid, type Failure } from '#platform/http/failure'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { listPolicies } from '../queries/list_policies.js'

export interface NewPolicy {
  class: string
  maskAfterDays: number | null
  deleteAfterDays: number
  reason: string
  /** The revision the officer saw. */
  base: number
}

/** An administration may shorten as it likes; to keep longer than the default it names the law that asks for it. */
export async function changePolicy(wanted: NewPolicy, officerId: string): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const policy = (await listPolicies()).find((each) => each.class.code === wanted.class)
    if (!policy) return err({ kind: 'not_found' })
    if (policy.revision !== wanted.base) return err(conflict('privacy.policy_changed'))
    const { defaults } = policy.class
    const mask = defaults.maskAfterDays === null ? null : (wanted.maskAfterDays ?? defaults.maskAfterDays)
    if (mask !== null && mask > wanted.deleteAfterDays) return err(invalid('maskAfterDays', 'privacy.masks_too_late'))
    const longer = wanted.deleteAfterDays > defaults.deleteAfterDays || (mask ?? 0) > (defaults.maskAfterDays ?? 0)
    if (longer && wanted.reason.trim().length < 5) return err(invalid('reason', 'privacy.longer_needs_law'))
    const inserted = await execute(
      `insert into tenant.retention_policies (tenant_id, class, revision, mask_after_days, delete_after_days, reason, changed_by)
       values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
      [
        tenancy.current().administration.id,
        wanted.class,
        wanted.base + 1,
        mask,
        wanted.deleteAfterDays,
        wanted.reason || null,
        officerId,
      ]
    )
    if (inserted === 0) return err(conflict('privacy.policy_changed'))
    await recordAction({
      action: 'retention.policy_changed',
      subject: { kind: 'retention_class', id: wanted.class },
      data: { maskAfterDays: mask, deleteAfterDays: wanted.deleteAfterDays, revision: wanted.base + 1 },
    })
    return ok(null)
  })
}
