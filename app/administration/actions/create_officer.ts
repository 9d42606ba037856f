import { hashPassword } from '#platform/access/password'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

export interface NewOfficer {
  email: string
  name: string
  locale: string
  password: string
  roles: readonly string[]
}

/** Creates an officer with these roles; an existing one (same e-mail) gets the new password. */
export async function createOfficer(input: NewOfficer): Promise<string> {
  const tenant = tenancy.current().administration.id
  const passwordHash = await hashPassword(input.password)
  return unitOfWork(async () => {
    const existing = await firstRow<{ id: string }>(`select id from tenant.officers where email = ?`, [input.email])
    const id = existing?.id ?? uuidv7()
    await execute(
      `insert into tenant.officers (tenant_id, id, email, name, locale, password_hash) values (?, ?, ?, ?, ?, ?)
       on conflict (tenant_id, email) do update set password_hash = excluded.password_hash, name = excluded.name`,
      [tenant, id, input.email, input.name, input.locale, passwordHash]
    )
    await execute(
      `insert into tenant.officer_roles (tenant_id, officer_id, role_id)
       select tenant_id, ?, id from tenant.roles where code = any (?::text[]) on conflict do nothing`,
      [id, `{${input.roles.join(',')}}`]
    )
    await recordAction({
      action: existing ? 'officer.password_set' : 'officer.created',
      subject: { kind: 'officer', id },
      data: { roles: input.roles },
    })
    return id
  })
}
