import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { invalid, type Failure } from '#platform/http/failure'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { SiteKind } from '../../site_kinds.js'

export interface NewSite {
  code: string
  name: string
  port: string | null
  kind: SiteKind
}

/** A site without members. Its code names one site for good: orders cite it. */
export async function createSite(input: NewSite): Promise<Result<string, Failure>> {
  const id = uuidv7()
  return unitOfWork(async () => {
    const created = await execute(
      `insert into tenant.sites (tenant_id, id, code, name, port, kind) values (?, ?, ?, ?, ?, ?)
       on conflict (tenant_id, code) do nothing`,
      [tenancy.current().administration.id, id, input.code, input.name, input.port, input.kind]
    )
    if (created === 0) return err(invalid('code', 'administration.code_taken', { code: input.code }))
    await recordAction({
      action: 'site.created',
      subject: { kind: 'site', id },
      data: { port: input.port, kind: input.kind },
    })
    return ok(id)
  })
}
