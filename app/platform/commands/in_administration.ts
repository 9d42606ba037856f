import { randomUUID } from 'node:crypto'
import { directory } from '#platform/tenancy/directory'
import { AdministrationUnknown } from '#platform/tenancy/errors'
import { tenancy } from '#platform/tenancy/tenant_context'

/**
 * Runs a console command's work inside the administration with this code.
 * @throws E_ADMINISTRATION_UNKNOWN
 */
export async function inAdministration<T>(code: string, command: string, work: () => Promise<T>): Promise<T> {
  const administration = await directory.byCode(code)
  if (!administration) throw new AdministrationUnknown()
  return tenancy.run({ administration, actor: { kind: 'system', id: command }, correlationId: randomUUID() }, work)
}
