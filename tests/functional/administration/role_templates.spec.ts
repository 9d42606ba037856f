import { test } from '@japa/runner'
import { templateCalled } from '#platform/access/role_templates'
import { announce } from '#platform/events/announce'
import { execute, unitOfWork } from '#platform/tenancy/database'
import type { Place } from '#tests/support/world'
import { audited, inPlace, office, roleOf } from './access.js'

const upgrade = (place: Place) => place.run(() => unitOfWork(() => announce('administration:upgraded', {})))

/** As in an administration that is older than this permission of the template. */
const before = (place: Place, code: string, permission: string) =>
  place.run(() =>
    execute(
      `delete from tenant.role_permissions p using tenant.roles r where r.tenant_id = p.tenant_id and r.id = p.role_id and r.code = ? and p.permission = ?`,
      [code, permission]
    )
  )

const held = async (place: Place, code: string): Promise<string[]> =>
  (
    await inPlace<{ permission: string }>(
      place,
      `select p.permission from tenant.role_permissions p join tenant.roles r on r.id = p.role_id where r.code = ? order by 1`,
      [code]
    )
  ).map(({ permission }) => permission)

const template = (code: string) => [...templateCalled(code)!.permissions].sort()
const rolePath = async (place: Place, code: string) => `${place.path}/administration/roles/${await roleOf(place, code)}`

test.group('Roles and what their templates gain', () => {
  test('a role nobody changed gets it with an upgrade, once, and loses what its template lost', async ({ assert }) => {
    const place = await office()
    await before(place, 'analyst', 'cases.refer')
    await place.run(async () => {
      await execute(
        `insert into tenant.role_permissions (tenant_id, role_id, permission) select tenant_id, id, 'releases.record' from tenant.roles where code = 'analyst'`
      )
    })
    await upgrade(place)
    assert.deepEqual(await held(place, 'analyst'), template('analyst'))
    const [entry] = await inPlace<{ data: object; actor_kind: string; subject_id: string }>(
      place,
      `select data, actor_kind, subject_id from tenant.audit_entries where action = 'role.template_followed'`
    )
    assert.deepEqual(entry, {
      data: { added: ['cases.refer'], removed: ['releases.record'] },
      actor_kind: 'system',
      subject_id: await roleOf(place, 'analyst'),
    })
    await upgrade(place)
    assert.deepEqual(await audited(place, 'role.%'), ['role.template_followed'])
  })

  test('a role that a person changed is left, told what it lacks, and follows again once it is as the template', async ({
    assert,
  }) => {
    const place = await office()
    const administrator = await place.as('administrator')
    const path = await rolePath(place, 'inspector')
    const seen = await held(place, 'inspector')
    const fewer = seen.filter((each) => each !== 'capacity.read')
    assert.equal((await administrator.put(`${path}/permissions`, { permissions: fewer, seen })).status, 303)
    await upgrade(place)
    assert.deepEqual(await held(place, 'inspector'), fewer)
    const { role } = (await administrator.page(path)).json.props
    assert.deepEqual(role.lacks, ['capacity.read'])
    const { roles } = (await administrator.page(`${place.path}/administration/roles`)).json.props
    assert.deepEqual(
      roles.filter(({ lacks }: { lacks: number }) => lacks > 0).map(({ id, lacks }: typeof role) => [id, lacks]),
      [[role.id, 1]]
    )

    const all = [...fewer, ...role.lacks]
    assert.equal((await administrator.put(`${path}/permissions`, { permissions: all, seen: fewer })).status, 303)
    assert.deepEqual((await administrator.page(path)).json.props.role.lacks, [])
    await before(place, 'inspector', 'exhibits.hand_over')
    await upgrade(place)
    assert.deepEqual(await held(place, 'inspector'), template('inspector'))
  })

  test('a copy of a changed role does not follow, one made from a template does', async ({ assert }) => {
    const place = await office()
    const administrator = await place.as('administrator')
    const analyst = await rolePath(place, 'analyst')
    const seen = await held(place, 'analyst')
    await administrator.put(`${analyst}/permissions`, { permissions: ['alerts.read'], seen })
    const at = `${place.path}/administration/roles`
    await administrator.post(at, { name: 'Night desk', from: `role:${await roleOf(place, 'analyst')}` })
    await administrator.post(at, { name: 'Day desk', from: 'template:analyst' })
    const following = await inPlace<{ name: string; follows_template: boolean }>(
      place,
      `select name, follows_template from tenant.roles where name is not null order by name`
    )
    assert.deepEqual(following, [
      { name: 'Day desk', follows_template: true },
      { name: 'Night desk', follows_template: false },
    ])
  })

  test('what takes a second person, or makes a conflict of duty, waits for people', async ({ assert }) => {
    const place = await office()
    await before(place, 'administrator', 'users.manage')
    await before(place, 'auditor', 'audit.export')
    // Who audits also decides: allowed as long as the audit leaves the house through somebody else.
    const auditor = place.officers.auditor!.id
    await place.run(async () => {
      await execute(
        `insert into tenant.officer_roles (tenant_id, officer_id, role_id) select tenant_id, ?, id from tenant.roles where code = 'analyst'`,
        [auditor]
      )
    })
    await upgrade(place)
    assert.notInclude(await held(place, 'administrator'), 'users.manage')
    assert.notInclude(await held(place, 'auditor'), 'audit.export')
    assert.deepEqual(await audited(place, 'role.%'), [])

    const administrator = await place.as('administrator')
    const [own, other] = [await rolePath(place, 'administrator'), await rolePath(place, 'auditor')]
    const add = async (path: string) => {
      const { permissions, lacks } = (await administrator.page(path)).json.props.role
      return administrator.put(`${path}/permissions`, { permissions: [...permissions, ...lacks], seen: permissions })
    }
    assert.equal((await add(own)).status, 303)
    assert.lengthOf(await inPlace(place, `select id from tenant.grant_requests where state = 'waiting'`), 1)
    assert.equal((await add(other)).status, 403)

    await place.run(async () => {
      await execute(
        `delete from tenant.officer_roles x using tenant.roles r where r.tenant_id = x.tenant_id and r.id = x.role_id and r.code = 'analyst' and x.officer_id = ?`,
        [auditor]
      )
    })
    await upgrade(place)
    assert.include(await held(place, 'auditor'), 'audit.export')
  })
})
