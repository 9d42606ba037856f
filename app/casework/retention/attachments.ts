import { removeAttachments } from '#platform/attachments/attachments'
import type { RetentionClass } from '#platform/retention/retention_class'
import { unlessHeld } from '#platform/retention/unless_held'

/** A hold of the inspection or the case (also of one that was referred, whose answer it came with), or of the cargo an inspection looks at. */
const HELD = `(exists (select 1 from tenant.legal_holds h where h.lifted_at is null and h.scope = 'case' and h.subject_id = a.subject_id)
  or tenant.case_is_held(a.subject_id)
  or exists (select 1 from tenant.referrals r where r.tenant_id = a.tenant_id and r.id = a.subject_id and tenant.case_is_held(r.case_id))
  or exists (select 1 from tenant.questions q where q.tenant_id = a.tenant_id and q.id = a.subject_id and tenant.case_is_held(q.case_id))
  or exists (select 1 from tenant.inspection_orders o where o.tenant_id = a.tenant_id and o.id = a.subject_id and tenant.order_is_held(o.id, o.consignment_id)))`

/** Photographs and documents. Most go earlier, with what they are attached to; this is the end of the others and of their keys. */
export const attachments: RetentionClass = {
  code: 'attachments',
  tables: ['attachments'],
  defaults: { maskAfterDays: null, deleteAfterDays: 3652 },
  keys: 'attachment',
  mask: { notNeeded: 'a photograph cannot be told from whom it shows; the whole file goes with its row' },
  remove: unlessHeld(
    {
      id: { sql: `a.id` },
      old: { sql: `from tenant.attachments a where a.attached_at < ?` },
      held: { sql: HELD },
      order: { sql: `a.attached_at, a.id` },
    },
    removeAttachments
  ),
}
