import { err, ok, type Result } from '#core/kernel/result'
import { normalise } from '#core/matching/normalise'
import type { MatchKind } from '#core/matching/watch_list'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { Sentence } from '../../../resources/props/shared.js'
import { conflict, invalid, type AuthoringFailure } from '../authoring_failure.js'
import { numberWarning } from '../number_warning.js'
import { findListedValue } from '../queries/find_listed_value.js'
import { endOfDay, startOfDay } from '../validity.js'
import { holdWatchList, raiseEdition } from './hold_watch_list.js'
import { REASSESSING, requestReassessment } from './request_reassessment.js'

export interface NewEntry {
  kind: MatchKind
  value: string
  reason: string
  /** `YYYY-MM-DD` in the administration's zone, both inclusive. */
  validFrom: string | null
  validUntil: string | null
}

export interface AddedEntry {
  id: string
  /** Something odd about the value that the author should look at; the entry stands as written. */
  warning: Sentence | null
}

/** Adds one entry, which makes the next edition of its list; open cargo is weighed again. */
export async function addWatchListEntry(
  list: { id: string; edition: number },
  entry: NewEntry,
  officerId: string | null
): Promise<Result<AddedEntry, AuthoringFailure>> {
  const key = normalise(entry.kind, entry.value)
  if (key === '') return err(invalid('value', 'authoring.entry_empty', { value: entry.value }))
  return unitOfWork(async () => {
    if (!(await holdWatchList(list.id, list.edition))) return err(conflict('authoring.list_changed'))
    const listed = await findListedValue(entry.kind, key)
    if (listed) return err(invalid('value', 'authoring.entry_listed', { value: listed.value, list: listed.list }))
    const id = uuidv7()
    await execute(
      `insert into tenant.watch_list_entries
         (tenant_id, id, watch_list_id, kind, value, reason, valid_from, valid_until, from_edition, created_by)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        tenancy.current().administration.id,
        id,
        list.id,
        entry.kind,
        entry.value,
        entry.reason,
        entry.validFrom ? startOfDay(entry.validFrom) : null,
        entry.validUntil ? endOfDay(entry.validUntil) : null,
        list.edition + 1,
        officerId,
      ]
    )
    await raiseEdition(list.id)
    await recordAction({
      action: 'watch_list_entry.added',
      subject: { kind: 'watch_list', id: list.id },
      data: { entry: id, kind: entry.kind, edition: list.edition + 1 },
    })
    await requestReassessment('watch_list_changed')
    return ok({ id, warning: numberWarning(entry.kind, entry.value) })
  }, REASSESSING)
}
