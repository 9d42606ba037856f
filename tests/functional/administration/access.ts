import { rows } from '#platform/tenancy/database'
import { roleOf, SECOND_ADMINISTRATOR } from '#tests/support/access_world'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'

export { roleOf, SECOND_ADMINISTRATOR }

/** An administration with two administrators and an officer without roles. */
export async function office(): Promise<Place> {
  const place = await makePlace()
  await place.hire(SECOND_ADMINISTRATOR, 'administrator')
  await place.hire('colleague', null)
  return place
}

export const inPlace = <T>(place: Place, sql: string, bindings: readonly unknown[] = []): Promise<T[]> =>
  place.run(() => rows<T>(sql, bindings))

export const audited = async (place: Place, like: string): Promise<string[]> =>
  (
    await inPlace<{ action: string }>(
      place,
      `select action from tenant.audit_entries where action like ? order by id`,
      [like]
    )
  ).map(({ action }) => action)

export const rolesOf = async (place: Place, officer: string): Promise<string[]> =>
  (
    await inPlace<{ code: string }>(
      place,
      `select r.code from tenant.officer_roles x join tenant.roles r on r.id = x.role_id where x.officer_id = ? order by 1`,
      [officer]
    )
  ).map(({ code }) => code)

export const stateOf = async (place: Place, officer: string): Promise<string> =>
  (await inPlace<{ state: string }>(place, `select state from tenant.officers where id = ?`, [officer]))[0]!.state

/** Somebody who has a form token and is nobody. */
export async function stranger(place: Place): Promise<Visitor> {
  const visitor = new Visitor()
  await visitor.get(`${place.path}/sign-in`)
  return visitor
}

export type Asked = readonly ['post' | 'put' | 'delete', string, object]

/** Status of each request by this visitor. */
export async function statuses(visitor: Visitor, asked: readonly Asked[]): Promise<number[]> {
  const found: number[] = []
  for (const [method, path, body] of asked) found.push((await visitor[method](path, body)).status)
  return found
}
