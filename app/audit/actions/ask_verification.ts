import { uuidv7 } from '#platform/database/uuid'
import { recordAction } from '#platform/audit/record'
import { ring } from '#platform/queue/doorbell'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** Asks the worker to verify the whole chain; the answer comes to the same row. */
export async function askVerification(officerId: string | null): Promise<string> {
  const id = uuidv7()
  await unitOfWork(async () => {
    await execute(`insert into tenant.audit_verifications (tenant_id, id, asked_by) values (?, ?, ?)`, [
      tenancy.current().administration.id,
      id,
      officerId,
    ])
    await recordAction({ action: 'audit.verification_asked', subject: { kind: 'audit_verification', id } })
    await ring('audit')
  })
  return id
}
