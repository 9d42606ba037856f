import { unitOfWork } from '#platform/tenancy/database'
import type { NewOrder } from '../new_order.js'
import { drawInspector } from './draw_inspector.js'
import { writeChecklist } from './write_checklist.js'

/** What every order gets when it is made: its search plan and, where nobody inspects it yet, who does. */
export async function prepareOrder(
  orderId: string,
  wanted: Pick<NewOrder, 'consignmentId' | 'siteId' | 'type' | 'equipment'>,
  drawing: boolean
): Promise<void> {
  await unitOfWork(async () => {
    await writeChecklist(orderId, wanted)
    if (drawing) await drawInspector(orderId, 'ordered')
  })
}
