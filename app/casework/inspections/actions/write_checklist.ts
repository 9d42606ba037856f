import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { checklistInputs } from '../checklist/checklist_inputs.js'
import { CHECKLIST_VERSION, makeChecklist } from '../checklist/make_checklist.js'
import type { NewOrder } from '../new_order.js'

/** Makes the list of an order and keeps it with all it was made of, so that anybody can make it again. */
export async function writeChecklist(
  orderId: string,
  wanted: Pick<NewOrder, 'consignmentId' | 'siteId' | 'type' | 'equipment'>
): Promise<void> {
  const inputs = await checklistInputs(wanted)
  const tenant = tenancy.current().administration.id
  await execute(
    `insert into tenant.inspection_checklists (tenant_id, order_id, version, box, lane, inputs) values (?, ?, ?, ?, ?, ?)`,
    [tenant, orderId, CHECKLIST_VERSION, inputs.box, inputs.lane, JSON.stringify(inputs)]
  )
  const lines = makeChecklist(inputs).map(({ code, past }, position) => ({
    position,
    code,
    finds: past?.finds ?? null,
    finds_of: past?.of ?? null,
    counted: past?.where ?? null,
    last_found: past?.last ?? null,
  }))
  await execute(
    `insert into tenant.inspection_checklist_items (tenant_id, order_id, position, code, finds, finds_of, counted, last_found)
     select ?::uuid, ?::uuid, r.* from jsonb_to_recordset(?::jsonb) as r (position integer, code text, finds integer, finds_of integer, counted text, last_found timestamptz)`,
    [tenant, orderId, JSON.stringify(lines)]
  )
}
