import type {
  AttachmentView,
  ChecklistLineView,
  InspectionShowProps,
} from '../../../../resources/pages/inspections/show.props.js'
import type { Officer } from '#platform/access/officer'
import type { AttachmentRow } from '#platform/attachments/attachments'
import type { OrderRow } from './get_order.js'
import type { ChecklistItemRow } from './list_checklist.js'
import { listAble, listReassignments } from './list_reassignments.js'

export const checklistView = (row: ChecklistItemRow): ChecklistLineView => ({
  code: row.code,
  past:
    row.finds !== null && row.findsOf !== null && row.counted !== null
      ? { finds: row.finds, of: row.findsOf, where: row.counted, last: row.lastFound?.toISOString() ?? null }
      : null,
  answer: row.answer,
  reason: row.reason,
  answeredAt: row.answeredAt?.toISOString() ?? null,
})

export const attachmentView = ({ attachedAt, ...row }: AttachmentRow): AttachmentView => ({
  ...row,
  attachedAt: attachedAt.toISOString(),
})

/** Who was to go instead, who said so, and who else could: for who may ask for a change. */
export async function assignmentOf(
  order: OrderRow,
  officer: Officer
): Promise<NonNullable<InspectionShowProps['assignment']>> {
  const [changes, able] = [await listReassignments(order.id), await listAble(order.id)]
  return {
    able,
    changes: changes.map(({ askedAt, toId, askedById, ...change }) => ({
      ...change,
      askedAt: askedAt.toISOString(),
      mayDecide: change.state === 'waiting' && askedById !== officer.id && toId !== officer.id,
    })),
  }
}
