import { randomUUID } from 'node:crypto'
import { directory } from '#platform/tenancy/directory'
import { AdministrationUnknown } from '#platform/tenancy/errors'
import { tenancy, type Administration } from '#platform/tenancy/tenant_context'

/**
 * Runs a console command's work inside each administration in turn, or in the one with this code.
 * @throws E_ADMINISTRATION_UNKNOWN
 */
export async function inEveryAdministration(
  command: string,
  work: (administration: Administration) => Promise<void>,
  code?: string
): Promise<void> {
  const all = await directory.all()
  const chosen = code ? all.filter((each) => each.code === code.toUpperCase()) : all
  if (code && chosen.length === 0) throw new AdministrationUnknown()
  for (const administration of chosen) {
    const context = { administration, actor: { kind: 'system' as const, id: command }, correlationId: randomUUID() }
    await tenancy.run(context, () => work(administration))
  }
}
