import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { invalid, type Failure } from '#platform/http/failure'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

export interface NewUnit {
  code: string
  name: string
  /** Empty: every port. */
  ports: readonly string[]
  /** Empty: every threat. */
  threats: readonly string[]
}

/** A unit without members. Its code names one unit for good: decisions cite it. */
export async function createUnit(input: NewUnit): Promise<Result<string, Failure>> {
  const id = uuidv7()
  return unitOfWork(async () => {
    const created = await execute(
      `insert into tenant.units (tenant_id, id, code, name, ports, threats) values (?, ?, ?, ?, ?::text[], ?::text[])
       on conflict (tenant_id, code) do nothing`,
      [tenancy.current().administration.id, id, input.code, input.name, input.ports, input.threats]
    )
    if (created === 0) return err(invalid('code', 'administration.code_taken', { code: input.code }))
    await recordAction({
      action: 'unit.created',
      subject: { kind: 'unit', id },
      data: { ports: input.ports, threats: input.threats },
    })
    return ok(id)
  })
}
