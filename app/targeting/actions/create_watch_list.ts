import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { invalid, type AuthoringFailure } from '../authoring_failure.js'

export interface NewWatchList {
  code: string
  name: string
  description: string | null
}

/** An empty list, edition 1. A code names one list for good: assessments cite it. */
export async function createWatchList(
  input: NewWatchList,
  officerId: string | null
): Promise<Result<string, AuthoringFailure>> {
  const id = uuidv7()
  return unitOfWork(async () => {
    const created = await execute(
      `insert into tenant.watch_lists (tenant_id, id, code, name, description, created_by) values (?, ?, ?, ?, ?, ?)
       on conflict (tenant_id, code) do nothing`,
      [tenancy.current().administration.id, id, input.code, input.name, input.description, officerId]
    )
    if (created === 0) return err(invalid('code', 'authoring.list_code_taken', { code: input.code }))
    await recordAction({
      action: 'watch_list.created',
      subject: { kind: 'watch_list', id },
      data: { code: input.code },
    })
    return ok(id)
  })
}
