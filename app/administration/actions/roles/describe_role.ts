import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { invalid, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'

export interface RoleWords {
  /** Empty: the name of its template, in the reader's language. */
  name: string | null
  description: string | null
}

/** What a role is called. A role made here needs a name of its own; a seeded one may go back to its template's. */
export async function describeRole(id: string, words: RoleWords): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const role = await firstRow<{ seeded: boolean }>(
      `select name_key is not null as seeded from tenant.roles where id = ? for update`,
      [id]
    )
    if (!role) return err({ kind: 'not_found' as const })
    if (!words.name && !role.seeded) return err(invalid('name', 'administration.messages.required'))
    if (words.name && (await firstRow(`select id from tenant.roles where name = ? and id <> ?`, [words.name, id])))
      return err(invalid('name', 'administration.role_name_taken', { name: words.name }))
    await execute(`update tenant.roles set name = ?, description = ? where id = ?`, [words.name, words.description, id])
    await recordAction({ action: 'role.described', subject: { kind: 'role', id } })
    return ok(null)
  })
}
