import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { giveKeys, lockKeys } from './move_keys.js'

export interface Undoing {
  decision: string
  reason: string
  officerId: string
}

/**
 * Gives the keys back to whom they were taken from, whose id is returned. Refused where one of them was
 * moved on since: that later decision is taken back first.
 */
export async function undoDecision({ decision, reason, officerId }: Undoing): Promise<Result<string, Failure>> {
  return unitOfWork(async () => {
    const taken = await firstRow<{ from: string; into: string; undone: boolean }>(
      `select from_identity as "from", into_identity as "into", undone_at is not null as undone
         from tenant.identity_decisions where id = ? for update`,
      [decision]
    )
    if (!taken) return err({ kind: 'not_found' })
    if (taken.undone) return err(conflict('parties.refused_undone'))
    const moved = new Set(
      (
        await rows<{ id: string }>(`select key_id as id from tenant.identity_decision_keys where decision_id = ?`, [
          decision,
        ])
      ).map(({ id }) => id)
    )
    const back = (await lockKeys([taken.into])).filter(({ id }) => moved.has(id))
    if (back.length === 0 || back.length !== moved.size) return err(conflict('parties.refused_moved_on'))
    await giveKeys(back, taken.from)
    await execute(
      `update tenant.identity_decisions set undone_by = ?, undone_at = now(), undo_reason = ? where id = ?`,
      [officerId, reason, decision]
    )
    await recordAction({
      action: 'party.decision_undone',
      subject: { kind: 'party', id: taken.from },
      data: { decision, keys: back.length },
    })
    return ok(taken.from)
  })
}
