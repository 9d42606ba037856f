import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import type { Failure } from '#platform/http/failure'
import { execute, unitOfWork } from '#platform/tenancy/database'
import type { NewSite } from './create_site.js'

/** Name, port and kind of a site; its code stays. */
export async function changeSite(id: string, input: Omit<NewSite, 'code'>): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const changed = await execute(`update tenant.sites set name = ?, port = ?, kind = ? where id = ?`, [
      input.name,
      input.port,
      input.kind,
      id,
    ])
    if (changed === 0) return err({ kind: 'not_found' as const })
    await recordAction({
      action: 'site.changed',
      subject: { kind: 'site', id },
      data: { port: input.port, kind: input.kind },
    })
    return ok(null)
  })
}
