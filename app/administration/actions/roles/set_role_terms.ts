import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { sentence, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { longestOf, SHORTEST, type RoleTerms } from '../../role_terms.js'

/** What the next sign-in of who holds the role takes, and how long it lasts at most. */
export async function setRoleTerms(id: string, terms: RoleTerms): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const role = await firstRow<{ template: string | null }>(
      `select coalesce(template, case when name_key is not null then code end) as template
         from tenant.roles where id = ? for update`,
      [id]
    )
    if (!role) return err({ kind: 'not_found' as const })
    const fields = outside(terms, longestOf(role.template))
    if (Object.keys(fields).length > 0) return err({ kind: 'invalid' as const, fields })
    await execute(
      `update tenant.roles set requires_second_factor = ?, idle_minutes = ?, absolute_minutes = ? where id = ?`,
      [terms.secondFactor, terms.idleMinutes, terms.absoluteMinutes, id]
    )
    await recordAction({ action: 'role.terms_changed', subject: { kind: 'role', id }, data: { ...terms } })
    return ok(null)
  })
}

function outside(terms: RoleTerms, longest: ReturnType<typeof longestOf>) {
  const fields: Record<string, ReturnType<typeof sentence>> = {}
  for (const name of ['idleMinutes', 'absoluteMinutes'] as const) {
    const [min, max] = [SHORTEST[name], longest[name]]
    if (terms[name] > max) fields[name] = sentence('administration.terms_too_long', { max })
    if (terms[name] < min) fields[name] = sentence('administration.terms_too_short', { min })
  }
  return fields
}
