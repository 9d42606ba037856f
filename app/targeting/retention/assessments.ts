import type { RetentionClass } from '#platform/retention/retention_class'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { maskAssessments } from './mask_assessments.js'

const ids = async (found: Promise<{ id: string }[]>) => (await found).map(({ id }) => id)
const WEIGHED = `from tenant.consignments c where c.first_registered_at < ? and exists (select 1 from tenant.assessments a where a.consignment_id = c.id)`
const UNMASKED = `from tenant.consignments c where c.first_registered_at < ? and exists (select 1 from tenant.assessments a where a.consignment_id = c.id and a.erased_at is null)`

/** What was weighed and who decided what on it; its time is that of its consignment. */
export const assessments: RetentionClass = {
  code: 'assessments',
  tables: ['assessments', 'standings', 'assessment_requests', 'alerts', 'alert_events', 'alert_suppressions'],
  defaults: { maskAfterDays: 1826, deleteAfterDays: 3652 },
  keys: 'facts',
  partitions: ['assessments'],
  mask: {
    due: (before, limit) =>
      ids(
        rows(`select c.id ${UNMASKED} and not tenant.consignment_is_held(c.id) order by c.id limit ?`, [before, limit])
      ),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(
        `select count(*)::int as due, (count(*) filter (where tenant.consignment_is_held(c.id)))::int as held ${UNMASKED}`,
        [before]
      ))!,
    apply: maskAssessments,
  },
  remove: {
    due: (before, limit) =>
      ids(
        rows(`select c.id ${WEIGHED} and not tenant.consignment_is_held(c.id) order by c.id limit ?`, [before, limit])
      ),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(
        `select count(*)::int as due, (count(*) filter (where tenant.consignment_is_held(c.id)))::int as held ${WEIGHED}`,
        [before]
      ))!,
    apply: deleteAssessments,
  },
}

const ALERTS = `select id from tenant.alerts where consignment_id = any(?::uuid[])`

async function deleteAssessments(consignmentIds: readonly string[]): Promise<void> {
  await unitOfWork(async () => {
    await execute(`delete from tenant.alert_events where alert_id in (${ALERTS})`, [consignmentIds])
    await execute(`delete from tenant.alert_suppressions where alert_id in (${ALERTS})`, [consignmentIds])
    await execute(`update tenant.alerts set merged_into = null, state = 'expired' where merged_into in (${ALERTS})`, [
      consignmentIds,
    ])
    await execute(`delete from tenant.alerts where consignment_id = any(?::uuid[])`, [consignmentIds])
    await execute(`delete from tenant.standings where consignment_id = any(?::uuid[])`, [consignmentIds])
    await execute(`delete from tenant.assessment_requests where consignment_id = any(?::uuid[])`, [consignmentIds])
    await execute(`delete from tenant.assessments where consignment_id = any(?::uuid[])`, [consignmentIds])
  })
}
