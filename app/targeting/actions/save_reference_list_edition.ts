import type { ReferenceRow } from '#core/indicators/reference_lists'
import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { conflict, type AuthoringFailure } from '../authoring_failure.js'
import { REASSESSING, requestReassessment } from './request_reassessment.js'

export interface NewEdition {
  code: string
  /** The edition the author saw; 0: the list was not set up. */
  seen: number
  rows: readonly ReferenceRow[]
  note: string | null
}

/** Stores the rows as the next edition of a list and puts it in force; open cargo is weighed again. */
export async function saveReferenceListEdition(
  input: NewEdition,
  officerId: string
): Promise<Result<number, AuthoringFailure>> {
  const tenant = tenancy.current().administration.id
  const edition = input.seen + 1
  return unitOfWork(async () => {
    const list = input.seen === 0 ? await begin(input.code) : await advance(input.code, input.seen)
    if (list === null) return err(conflict('authoring.list_changed'))
    await execute(
      `insert into tenant.reference_list_editions (tenant_id, id, list_id, edition, rows, note, source, created_by)
       values (?, ?, ?, ?, ?::jsonb, ?, 'administration', ?)`,
      [tenant, uuidv7(), list.id, edition, JSON.stringify(input.rows), input.note, officerId]
    )
    await recordAction({
      action: 'reference_list.edition_saved',
      subject: { kind: 'reference_list', id: list.id },
      data: { code: input.code, edition, rows: input.rows.length },
    })
    await requestReassessment('reference_list_changed')
    return ok(edition)
  }, REASSESSING)
}

const begin = (code: string) =>
  firstRow<{ id: string }>(
    `insert into tenant.reference_lists (tenant_id, id, code, edition) values (?, ?, ?, 1)
     on conflict (tenant_id, code) do nothing returning id`,
    [tenancy.current().administration.id, uuidv7(), code]
  )

const advance = (code: string, seen: number) =>
  firstRow<{ id: string }>(
    `update tenant.reference_lists set edition = edition + 1 where code = ? and edition = ? returning id`,
    [code, seen]
  )
