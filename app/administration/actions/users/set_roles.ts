import { err, type Result } from '#core/kernel/result'
import { conflict, type Failure } from '#platform/http/failure'
import { firstRow } from '#platform/tenancy/database'
import { proposeChange } from '../access/propose_change.js'

/** The roles of an officer from now on; `seen` are those that stood when the form was opened. */
export async function setRoles(
  officerId: string,
  roles: { seen: readonly string[]; wanted: readonly string[] },
  actorId: string
): Promise<Result<'done' | 'waits', Failure>> {
  const officer = await firstRow<{ state: string }>(`select state from tenant.officers where id = ?`, [officerId])
  if (!officer) return err({ kind: 'not_found' as const })
  if (officer.state === 'disabled') return err(conflict('administration.officer_disabled'))
  return proposeChange(
    { kind: 'officer_roles', officer: officerId, before: roles.seen, after: [...new Set(roles.wanted)] },
    actorId
  )
}
