import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { invalid, type Failure } from '#platform/http/failure'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

export interface NewSender {
  /** As its messages name it (UNB sender, GLN, …); stays. */
  code: string
  name: string
}

/** A sender made known before its first message: it declares nothing and is not answered. */
export async function createSender({ code, name }: NewSender): Promise<Result<string, Failure>> {
  const id = uuidv7()
  return unitOfWork(async () => {
    const created = await execute(
      `insert into tenant.senders (tenant_id, id, code, name) values (?, ?, ?, ?) on conflict (tenant_id, code) do nothing`,
      [tenancy.current().administration.id, id, code, name]
    )
    if (created === 0) return err(invalid('code', 'senders.code_taken', { code }))
    await recordAction({ action: 'sender.created', subject: { kind: 'sender', id } })
    return ok(id)
  })
}
