import { err, ok, type Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { announce } from '#platform/events/announce'
import type { Failure } from '#platform/http/failure'
import { rows, unitOfWork } from '#platform/tenancy/database'
import '../events.js'
import { lockCase } from '../queries/get_case.js'
import { writeCaseEvent } from './write_case_event.js'

/**
 * A note in the history, which nobody changes afterwards; also in a closed case, whose facts it leaves as
 * they are. Officers who are named in it are told, those who may read cases.
 */
export async function writeNote(
  caseId: string,
  text: string,
  mentioned: readonly string[],
  officer: Officer
): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    if (!(await lockCase(caseId))) return err({ kind: 'not_found' })
    const told = await readers(mentioned)
    await writeCaseEvent(caseId, 'noted', { officerId: officer.id, note: text, mentioned: told })
    const others = told.filter((id) => id !== officer.id)
    if (others.length > 0) await announce('case:mentioned', { caseId, officerIds: others })
    return ok(null)
  })
}

const readers = async (ids: readonly string[]): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      `select distinct o.id from tenant.officers o
         join tenant.officer_roles r on r.tenant_id = o.tenant_id and r.officer_id = o.id
         join tenant.role_permissions p on p.tenant_id = r.tenant_id and p.role_id = r.role_id and p.permission = 'cases.read'
        where o.id = any (?::uuid[]) and o.state = 'active' order by o.id`,
      [ids]
    )
  ).map(({ id }) => id)
