import { err, type Result } from '#core/kernel/result'
import type { Band } from '#core/assessment/assessment'
import type { Officer } from '#platform/access/officer'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { lockAlert, type AlertRow } from '../queries/get_alert.js'
import { moveAlert, type RefusedMove } from './move_alert.js'

const RANK: Readonly<Record<Band, number>> = { low: 0, unknown: 1, medium: 2, high: 3 }

/**
 * One alert into another of the same container or the same party, so that both are decided at once. Never
 * into a weaker one: what is high stays a matter of whoever may decide highs.
 */
export async function mergeAlert(id: string, into: string, officer: Officer): Promise<Result<AlertRow, RefusedMove>> {
  return unitOfWork(async () => {
    // Always the same order, so that two who merge crosswise take turns.
    for (const each of [id, into].sort()) await lockAlert(each)
    const survivor = await lockAlert(into)
    if (!survivor) return err({ key: 'missing', alert: null })
    if (id === into) return err({ key: 'merge_itself', alert: null })
    const related = await sameContainerOrParty(id, into)
    const moved = await moveAlert(id, {
      act: 'merge',
      officer,
      target: into,
      refuse: (alert) => refusal(alert, survivor, officer, related),
    })
    // What was merged into it before goes along.
    if (moved.ok)
      await execute(
        `update tenant.alerts set merged_into = ?, changed_at = now(), version = version + 1 where merged_into = ?`,
        [into, id]
      )
    return moved
  })
}

function refusal(alert: AlertRow, survivor: AlertRow, officer: Officer, related: boolean): string | null {
  if (survivor.state !== 'new' && survivor.state !== 'claimed') return 'merge_closed'
  if (survivor.claimed_by !== null && survivor.claimed_by !== officer.id && !survivor.idle) return 'held_by_other'
  if (RANK[alert.band as Band] > RANK[survivor.band as Band]) return 'merge_weaker'
  return related ? null : 'merge_unrelated'
}

async function sameContainerOrParty(one: string, other: string): Promise<boolean> {
  const found = await firstRow(
    `select 1 from tenant.alerts a
       join tenant.consignments c on c.id = a.consignment_id
       join tenant.alerts b on b.id = ?
       join tenant.consignments d on d.id = b.consignment_id
      where a.id = ? and (c.id = d.id or c.consignee_name = d.consignee_name or c.consignor_name = d.consignor_name
         or exists (select 1 from tenant.consignment_numbers m join tenant.consignment_numbers n on n.kind = m.kind and n.key = m.key
                     where m.consignment_id = c.id and n.consignment_id = d.id and m.kind = 'equipment'))`,
    [other, one]
  )
  return found !== null
}

/** Out of the alert it was merged into, back to the queue: the undo of a merge, and a split. */
export const detachAlert = (id: string, officer: Officer): Promise<Result<AlertRow, RefusedMove>> =>
  unitOfWork(async () => {
    const asked = await askedOtherwise(id)
    return moveAlert(id, { act: 'detach', officer, refuse: () => (asked ? 'asked_otherwise' : null) })
  })

/** Whether a newer open alert asks for the same consignment and threat: one at a time does. */
export const askedOtherwise = async (id: string): Promise<boolean> =>
  (await firstRow(
    `select 1 from tenant.alerts a join tenant.alerts o on o.consignment_id = a.consignment_id and o.threat = a.threat and o.id <> a.id
      where a.id = ? and o.state in ('new', 'claimed')`,
    [id]
  )) !== null
