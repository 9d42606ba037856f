import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { conflict, type AuthoringFailure } from '../authoring_failure.js'
import { holdWatchList, raiseEdition } from './hold_watch_list.js'
import { REASSESSING, requestReassessment } from './request_reassessment.js'

/** Ends an entry with the next edition of its list. It stays readable: old assessments cite it. */
export async function withdrawWatchListEntry(
  list: { id: string; edition: number },
  entryId: string,
  reason: string,
  officerId: string
): Promise<Result<null, AuthoringFailure>> {
  return unitOfWork(async () => {
    if (!(await holdWatchList(list.id, list.edition))) return err(conflict('authoring.list_changed'))
    const withdrawn = await execute(
      `update tenant.watch_list_entries
          set to_edition = ?, withdrawn_by = ?, withdrawn_at = now(), withdrawn_reason = ?
        where id = ? and watch_list_id = ? and to_edition is null`,
      [list.edition + 1, officerId, reason, entryId, list.id]
    )
    if (withdrawn === 0) return err(conflict('authoring.entry_withdrawn_already'))
    await raiseEdition(list.id)
    await recordAction({
      action: 'watch_list_entry.withdrawn',
      subject: { kind: 'watch_list', id: list.id },
      data: { entry: entryId, edition: list.edition + 1 },
    })
    await requestReassessment('watch_list_changed')
    return ok(null)
  }, REASSESSING)
}
