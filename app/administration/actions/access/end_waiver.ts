import { err, ok, type Result } from '#core/kernel/result'
import { conflictsIn } from '#platform/access/conflicts'
import { recordAction } from '#platform/audit/record'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { holdings } from '../../access/snapshot.js'
import { loadSnapshot } from '../../queries/access/load_snapshot.js'
import { holdAccess } from './hold_access.js'

/** The rule holds again. Not while somebody stands in the conflict: first the roles, then the rule. */
export async function endWaiver(code: string, officerId: string): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    await holdAccess()
    const snapshot = await loadSnapshot()
    if (!snapshot.waived.has(code)) return err({ kind: 'not_found' as const })
    const standing = [...holdings(snapshot)].filter(([, held]) => conflictsIn(held).some((each) => each.code === code))
    if (standing.length > 0) {
      const names = snapshot.officers.filter(({ id }) => standing.some(([person]) => person === id))
      return err(conflict('administration.waiver_in_use', { who: names.map(({ name }) => name).join(', ') }))
    }
    await execute(
      `update tenant.conflict_waivers set ended_by = ?, ended_at = now() where conflict = ? and ended_at is null`,
      [officerId, code]
    )
    await recordAction({ action: 'conflict.waiver_ended', subject: { kind: 'conflict', id: code } })
    return ok(null)
  })
}
