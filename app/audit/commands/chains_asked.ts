import { randomUUID } from 'node:crypto'
import { PLATFORM } from '#platform/audit/chain/chain'
import { directory } from '#platform/tenancy/directory'
import { AdministrationUnknown } from '#platform/tenancy/errors'
import { tenancy, type Administration } from '#platform/tenancy/tenant_context'

/**
 * The chain that is meant by this code (`platform` for the platform's own), or every one.
 * @throws E_ADMINISTRATION_UNKNOWN
 */
export async function chainsAsked(code: string | undefined): Promise<Administration[]> {
  if (code === undefined) return [PLATFORM, ...(await directory.all())]
  const found = code === PLATFORM.code ? PLATFORM : await directory.byCode(code)
  if (!found) throw new AdministrationUnknown()
  return [found]
}

/** Runs a console command's work on one chain. */
export const onChain = <T>(administration: Administration, command: string, work: () => Promise<T>): Promise<T> =>
  tenancy.run({ administration, actor: { kind: 'system', id: command }, correlationId: randomUUID() }, work)
