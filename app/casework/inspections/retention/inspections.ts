import { removeAttachmentsOf } from '#platform/attachments/attachments'
import type { RetentionClass, RetentionStep } from '#platform/retention/retention_class'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'

const FOUND = `(exists (select 1 from tenant.outcomes x where x.order_id = o.id and x.result = 'resultant')
  or exists (select 1 from tenant.inspection_findings f where f.order_id = o.id))`
const NOTED = `(exists (select 1 from tenant.outcomes x where x.order_id = o.id and x.note is not null)
  or exists (select 1 from tenant.inspection_findings f where f.order_id = o.id and f.note is not null)
  or exists (select 1 from tenant.inspection_order_events e where e.order_id = o.id and e.note is not null))`

const TABLES = [
  'inspection_orders',
  'inspection_order_origins',
  'exhibit_custody',
  'exhibits',
  'outcomes',
  'examination_orders',
  'inspection_findings',
  'inspection_order_events',
  'inspection_checklist_items',
  'inspection_checklists',
  'inspection_draws',
  'inspection_reassignments',
]

/** An order's time runs from its end; one that is open is never due. */
function step(which: string, apply: RetentionStep['apply']): RetentionStep {
  const old = `from tenant.inspection_orders o where o.closed_at < ? and ${which}`
  return {
    due: async (before, limit) =>
      (
        await rows<{ id: string }>(
          `select o.id ${old} and not tenant.order_is_held(o.id, o.consignment_id) order by o.closed_at, o.id limit ?`,
          [before, limit]
        )
      ).map(({ id }) => id),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(
        `select count(*)::int as due, (count(*) filter (where tenant.order_is_held(o.id, o.consignment_id)))::int as held ${old}`,
        [before]
      ))!,
    apply,
  }
}

/** Inspections that found something. What people wrote goes first; what was found stays countable. */
export const inspectionsFound: RetentionClass = {
  code: 'inspections_found',
  tables: TABLES,
  defaults: { maskAfterDays: 1826, deleteAfterDays: 3652 },
  mask: step(`${FOUND} and ${NOTED}`, maskNotes),
  remove: step(FOUND, deleteOrders),
}

/** Inspections that found nothing, and orders that nobody carried out. */
export const inspections: RetentionClass = {
  code: 'inspections',
  tables: TABLES,
  defaults: { maskAfterDays: null, deleteAfterDays: 1095 },
  mask: { notNeeded: 'notes go with the whole order' },
  remove: step(`not ${FOUND}`, deleteOrders),
}

async function maskNotes(ids: readonly string[]): Promise<void> {
  await unitOfWork(async () => {
    await execute(`update tenant.outcomes set note = null where order_id = any(?::uuid[])`, [ids])
    await execute(`update tenant.inspection_findings set note = null where order_id = any(?::uuid[])`, [ids])
    await execute(`update tenant.inspection_order_events set note = null where order_id = any(?::uuid[])`, [ids])
  })
}

async function deleteOrders(ids: readonly string[]): Promise<void> {
  await unitOfWork(async () => {
    await removeAttachmentsOf('inspection', ids)
    await execute(`delete from tenant.exhibit_custody where order_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.exhibits where order_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.outcomes where order_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.inspection_findings where order_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.examination_orders where order_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.inspection_order_events where order_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.inspection_checklist_items where order_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.inspection_checklists where order_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.inspection_draws where order_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.inspection_reassignments where order_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.inspection_orders where id = any(?::uuid[])`, [ids])
  })
}
