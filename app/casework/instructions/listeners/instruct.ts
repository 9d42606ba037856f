import type { RoomEvents } from '#platform/events/announce'
import { firstRow } from '#platform/tenancy/database'
import { tell } from '../actions/tell.js'
import type { InstructionKind } from '../codes.js'

/** Acts of the case's workflow that others have to carry out. */
const TOLD: Readonly<Record<string, InstructionKind>> = {
  hold: 'hold',
  lift_hold: 'release',
  // Released after its inspection: what was held until then goes too.
  release: 'release',
  issue_dnl: 'do_not_load',
  lift_dnl: 'load',
}

/**
 * Writes what the systems outside are told, in the unit of the act itself: an act that is rolled back tells
 * nobody, and one that stands is told even when the machine stops here (the rows are the outbox).
 */
export async function instruct({ caseId, act }: RoomEvents['case:moved']): Promise<void> {
  const kind = TOLD[act]
  if (!kind || (act === 'release' && !(await isHeld(caseId)))) return
  await tell({
    kind,
    about: { caseId, orderId: null },
    cargo: {
      sql: `select consignment_id from tenant.case_consignments where case_id = ? order by consignment_id`,
      bindings: [caseId],
    },
  })
}

/** Whether a hold was told last. */
const isHeld = async (caseId: string): Promise<boolean> =>
  (
    await firstRow<{ kind: string }>(
      `select kind from tenant.instructions where case_id = ? and kind in ('hold','release') order by made_at desc, id desc limit 1`,
      [caseId]
    )
  )?.kind === 'hold'
