import { Exception } from '@adonisjs/core/exceptions'
import { conflictsIn } from '#platform/access/conflicts'
import { hashPassword } from '#platform/access/password'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { holdings, personOf } from '../access/snapshot.js'
import { loadSnapshot } from '../queries/access/load_snapshot.js'
import { holdAccess } from './access/hold_access.js'

/** The console obeys the conflicts of duty too; a waiver is made by two people on their screens. */
class ConflictOfDuty extends Exception {
  static override code = 'E_CONFLICT_OF_DUTY'
  static override status = 409
}

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
    await holdAccess()
    const existing = await firstRow<{ id: string }>(`select id from tenant.officers where email = ?`, [input.email])
    const id = existing?.id ?? uuidv7()
    await execute(
      `insert into tenant.officers (tenant_id, id, email, name, locale, password_hash) values (?, ?, ?, ?, ?, ?)
       on conflict (tenant_id, email) do update set password_hash = excluded.password_hash, name = excluded.name,
         state = case when officers.state = 'invited' then 'active' else officers.state end`,
      [tenant, id, input.email, input.name, input.locale, passwordHash]
    )
    await execute(
      `insert into tenant.officer_roles (tenant_id, officer_id, role_id)
       select tenant_id, ?, id from tenant.roles where code = any (?::text[]) on conflict do nothing`,
      [id, `{${input.roles.join(',')}}`]
    )
    await refuseConflicts(id)
    await recordAction({
      action: existing ? 'officer.password_set' : 'officer.created',
      subject: { kind: 'officer', id },
      data: { roles: input.roles },
    })
    return id
  })
}

async function refuseConflicts(officerId: string): Promise<void> {
  const snapshot = await loadSnapshot()
  const held = holdings(snapshot).get(personOf(snapshot, officerId))
  const broken = conflictsIn(held ?? new Set()).find(({ code }) => !snapshot.waived.has(code))
  if (broken) throw new ConflictOfDuty(`These roles together break the conflict of duty "${broken.code}".`)
}
