import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { Visitor } from './visitor.js'
import { PASSWORD, type Place } from './world.js'

export interface Unit {
  ports?: readonly string[]
  threats?: readonly string[]
  closed?: boolean
}

/** A further officer of this role who works in these units, with the password of every test officer. */
export async function makeUnitOfficer(
  place: Place,
  role: string,
  units: readonly Unit[]
): Promise<{ id: string; email: string }> {
  const id = uuidv7()
  const email = `${role}-${id}@example.test`
  const tenant = place.administration.id
  await place.run(async () => {
    await execute(
      `insert into tenant.officers (tenant_id, id, email, name, locale, password_hash)
       select tenant_id, ?, ?, 'unit person', 'en', password_hash from tenant.officers where id = ?`,
      [id, email, place.officers[role]!.id]
    )
    await execute(
      `insert into tenant.officer_roles (tenant_id, officer_id, role_id) select tenant_id, ?, id from tenant.roles where code = ?`,
      [id, role]
    )
    for (const { ports = [], threats = [], closed = false } of units) {
      const unit = uuidv7()
      await execute(
        `insert into tenant.units (tenant_id, id, code, name, ports, threats, closed_at)
         values (?, ?, ?, 'unit', ?::text[], ?::text[], case when ? then now() end)`,
        [tenant, unit, unit, ports, threats, closed]
      )
      await execute(`insert into tenant.unit_officers (tenant_id, unit_id, officer_id) values (?, ?, ?)`, [
        tenant,
        unit,
        id,
      ])
    }
  })
  return { id, email }
}

/** The same, signed in. */
export async function signedInUnitOfficer(place: Place, role: string, units: readonly Unit[]): Promise<Visitor> {
  const { email } = await makeUnitOfficer(place, role, units)
  const visitor = new Visitor()
  await visitor.get(`${place.path}/sign-in`)
  const answer = await visitor.post(`${place.path}/sign-in`, { email, password: PASSWORD })
  if (answer.status !== 303 || answer.location?.endsWith('/sign-in'))
    throw new Error(`${role} of a unit could not sign in`)
  await visitor.page(answer.location!)
  return visitor
}
