import { isStep, type RetentionClass } from './retention_class.js'

const classes: RetentionClass[] = []

/** Every class of the build, listed by hand in `app/retention.ts`. */
export const retentionRegistry = {
  register(...more: RetentionClass[]): void {
    classes.push(...more)
  },
  all(): readonly RetentionClass[] {
    return classes
  },
  get(code: string): RetentionClass | null {
    return classes.find((each) => each.code === code) ?? null
  },
}

/** What a class says that cannot be kept: each a sentence for who wrote it. */
export function faultsOf(each: RetentionClass): string[] {
  const { maskAfterDays, deleteAfterDays } = each.defaults
  const faults: string[] = []
  if (!isStep(each.mask) && each.mask.notNeeded.trim().length < 10) faults.push('has no mask step and no reason')
  if (isStep(each.mask) !== (maskAfterDays !== null)) faults.push('masks without a time, or has a time without a mask')
  if (maskAfterDays !== null && maskAfterDays > deleteAfterDays) faults.push('masks after it deletes')
  return faults.map((fault) => `${each.code} ${fault}`)
}
