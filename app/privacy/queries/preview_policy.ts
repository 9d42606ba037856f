import { isStep, keptFrom, monthOf, type RetentionClass } from '#platform/retention/retention_class'
import { unitOfWork } from '#platform/tenancy/database'

export interface PolicyEffect {
  mask: { due: number; held: number } | null
  remove: { due: number; held: number }
}

/** What a policy would mask and delete today, and what of it is held. */
export async function previewPolicy(
  each: RetentionClass,
  { maskAfterDays, deleteAfterDays }: { maskAfterDays: number | null; deleteAfterDays: number },
  now: Date
): Promise<PolicyEffect> {
  return unitOfWork(
    async () => {
      const day = keptFrom(now, deleteAfterDays)
      return {
        mask: isStep(each.mask) && maskAfterDays !== null ? await each.mask.count(keptFrom(now, maskAfterDays)) : null,
        remove: await each.remove.count(each.exact ? day : monthOf(day)),
      }
    },
    { statementTimeoutMs: 8_000 }
  )
}
