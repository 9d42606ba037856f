import { test } from '@japa/runner'
import { confirmRequest } from '#app/administration/actions/access/decide_request'
import { resetFactorOf } from '#app/administration/published'
import { loadOfficer } from '#platform/access/officer'
import type { Place } from '#tests/support/world'
import {
  audited,
  inPlace,
  office,
  roleOf,
  rolesOf,
  SECOND_ADMINISTRATOR,
  stranger,
  statuses,
  type Asked,
} from './access.js'

const pathOf = (place: Place, path: string) => `${place.path}/administration/${path}`

async function giveRoles(place: Place, as: string, officer: string, wanted: string[], seen: string[] = []) {
  const ids = async (codes: string[]) => Promise.all(codes.map((code) => roleOf(place, code)))
  const visitor = await place.as(as)
  return visitor.put(pathOf(place, `users/${officer}/roles`), { roles: await ids(wanted), seen: await ids(seen) })
}

const waiting = (place: Place) =>
  inPlace<{ id: string; content_hash: string; subject_id: string }>(
    place,
    `select id, content_hash, subject_id from tenant.grant_requests where state = 'waiting' order by id`
  )

test.group('Roles: who may', () => {
  test('a stranger is sent to sign in, a supervisor is refused, and nothing changes', async ({ assert }) => {
    const place = await office()
    const role = await roleOf(place, 'inspector')
    const asked: Asked[] = [
      ['post', pathOf(place, 'roles'), { name: 'Mine', from: 'template:analyst' }],
      ['put', pathOf(place, `roles/${role}`), { name: 'Mine' }],
      ['put', pathOf(place, `roles/${role}/permissions`), { permissions: [], seen: [] }],
      ['put', pathOf(place, `roles/${role}/terms`), { secondFactor: false, idleMinutes: 5, absoluteMinutes: 30 }],
      ['delete', pathOf(place, `roles/${role}`), {}],
      ['post', pathOf(place, `grant-requests/${role}/confirmation`), { hash: '0'.repeat(64) }],
      ['post', pathOf(place, `grant-requests/${role}/refusal`), {}],
      ['post', pathOf(place, 'waivers'), { conflict: 'auditor_acts', reason: 'We are very few here' }],
      ['delete', pathOf(place, 'waivers/auditor_acts'), {}],
      ['put', pathOf(place, `users/${place.officers.colleague!.id}/roles`), { roles: [role], seen: [] }],
    ]
    assert.deepEqual([...new Set(await statuses(await stranger(place), asked))], [401])
    assert.deepEqual([...new Set(await statuses(await place.as('supervisor'), asked))], [403])
    assert.lengthOf(await waiting(place), 0)
    assert.deepEqual(await rolesOf(place, place.officers.colleague!.id), [])
    assert.deepEqual(await audited(place, 'role.%'), [])
  })
})

test.group('Roles', () => {
  test('a role is made from a template or as a copy, renamed, changed and deleted', async ({ assert }) => {
    const place = await office()
    const administrator = await place.as('administrator')
    const made = await administrator.post(pathOf(place, 'roles'), {
      name: 'Night desk',
      description: 'After 22:00',
      from: 'template:analyst',
    })
    assert.equal(made.status, 303)
    const path = made.location!
    const id = path.split('/').at(-1)!
    const shown = (await administrator.page(path)).json.props
    assert.equal(shown.role.name, 'Night desk')
    assert.equal(shown.role.template, 'Analyst')
    assert.include(shown.role.permissions, 'alerts.triage')

    const copy = await administrator.post(pathOf(place, 'roles'), { name: 'Copy', description: '', from: `role:${id}` })
    const copied = (await administrator.page(copy.location!)).json.props.role
    assert.deepEqual(copied.permissions, shown.role.permissions)

    const taken = await administrator.post(pathOf(place, 'roles'), { name: 'Copy', from: 'template:analyst' })
    assert.equal(taken.status, 422)
    assert.include(taken.json.errors.name, 'Copy')
    const nothing = await administrator.post(pathOf(place, 'roles'), { name: '', from: 'template:nothing' })
    assert.equal(nothing.status, 422)

    assert.equal((await administrator.put(path, { name: 'Late desk', description: '' })).status, 303)
    assert.equal((await administrator.put(path, { name: '', description: '' })).status, 422)
    const permissions = ['arrivals.read', 'alerts.read']
    assert.equal(
      (await administrator.put(`${path}/permissions`, { permissions, seen: shown.role.permissions })).status,
      303
    )
    assert.deepEqual((await administrator.page(path)).json.props.role.permissions, [...permissions].sort())
    const late = await administrator.put(`${path}/permissions`, { permissions: [], seen: shown.role.permissions })
    assert.equal(late.status, 409, 'what was seen no longer stands')
    assert.equal(
      (await administrator.put(`${path}/permissions`, { permissions: ['everything'], seen: [] })).status,
      422
    )

    assert.equal((await administrator.delete(path)).status, 303)
    assert.equal((await administrator.delete(path)).status, 404)
    assert.lengthOf(await inPlace(place, `select id from tenant.roles where id = ?`, [id]), 0)
    assert.deepEqual(await audited(place, 'role.%'), [
      'role.created',
      'role.created',
      'role.described',
      'role.permissions_changed',
      'role.deleted',
    ])
  })

  test('a role made here is shown by its own name to who holds it', async ({ assert }) => {
    const place = await office()
    const administrator = await place.as('administrator')
    const made = await administrator.post(pathOf(place, 'roles'), {
      name: 'Night desk',
      from: `role:${await roleOf(place, 'analyst')}`,
    })
    const colleague = place.officers.colleague!.id
    const roles = [made.location!.split('/').at(-1), await roleOf(place, 'inspector')]
    assert.equal((await administrator.put(pathOf(place, `users/${colleague}/roles`), { roles, seen: [] })).status, 303)
    const { user } = (await (await place.signIn('colleague')).page(`${place.path}/arrivals`)).json.props
    assert.equal(user.role, 'Inspector, Night desk')
  })

  test('the terms of a role are shortened, never lengthened past its template, and a copy bears them', async ({
    assert,
  }) => {
    const place = await office()
    const administrator = await place.as('administrator')
    const made = await administrator.post(pathOf(place, 'roles'), { name: 'Night audit', from: 'template:auditor' })
    const path = made.location!
    const termsOf = async (at: string) => (await administrator.page(at)).json.props.terms
    const longest = { idleMinutes: 15, absoluteMinutes: 480 }
    assert.deepInclude(await termsOf(path), { secondFactor: true, ...longest, longest })
    for (const [field, wrong] of [
      ['idleMinutes', { idleMinutes: 16 }],
      ['idleMinutes', { idleMinutes: 4 }],
      ['absoluteMinutes', { absoluteMinutes: 481 }],
      ['absoluteMinutes', { absoluteMinutes: 29 }],
    ] as const) {
      const refused = await administrator.put(`${path}/terms`, { secondFactor: true, ...longest, ...wrong })
      assert.equal(refused.status, 422)
      assert.isNotEmpty(refused.json.errors[field])
    }
    assert.deepInclude(await termsOf(path), longest)
    const shorter = { secondFactor: false, idleMinutes: 5, absoluteMinutes: 60 }
    assert.equal((await administrator.put(`${path}/terms`, shorter)).status, 303)
    assert.deepInclude(await termsOf(path), shorter)
    const copy = await administrator.post(pathOf(place, 'roles'), {
      name: 'Copy',
      from: `role:${path.split('/').at(-1)}`,
    })
    assert.deepInclude(await termsOf(copy.location!), { ...shorter, longest })
    assert.deepEqual(await audited(place, 'role.terms%'), ['role.terms_changed'])

    const colleague = place.officers.colleague!.id
    await administrator.put(pathOf(place, `users/${colleague}/roles`), { roles: [path.split('/').at(-1)], seen: [] })
    const held = await place.run(() => loadOfficer(colleague))
    assert.deepEqual(held!.limits, { idleMinutes: 5, absoluteMinutes: 60 })
  })

  test('a role that somebody holds is not deleted', async ({ assert }) => {
    const place = await office()
    const path = pathOf(place, `roles/${await roleOf(place, 'analyst')}`)
    assert.equal((await (await place.as('administrator')).delete(path)).status, 409)
    assert.deepEqual(await rolesOf(place, place.officers.analyst!.id), ['analyst'])
  })

  test('an ordinary role is given at once, shows its giver, ends the sessions, and the server follows', async ({
    assert,
  }) => {
    const place = await office()
    const colleague = place.officers.colleague!.id
    const visitor = await place.signIn('colleague')
    assert.equal((await visitor.page(`${place.path}/arrivals`)).status, 403)
    assert.equal((await giveRoles(place, 'administrator', colleague, ['analyst'])).status, 303)
    assert.equal((await visitor.page(`${place.path}/arrivals`)).status, 302, 'the old session is over')
    const again = await place.signIn('colleague')
    assert.equal((await again.page(`${place.path}/arrivals`)).status, 200)
    assert.equal((await giveRoles(place, 'administrator', colleague, [], ['analyst'])).status, 303)
    assert.equal((await (await place.signIn('colleague')).page(`${place.path}/arrivals`)).status, 403)

    await giveRoles(place, 'administrator', colleague, ['analyst'])
    const who = (await (await place.as('auditor')).page(pathOf(place, 'who?permission=alerts.triage'))).json.props
    const line = who.holders.find((each: { id: string }) => each.id === colleague)
    assert.deepInclude(line, { role: 'Analyst', grantedBy: 'administrator person', confirmedBy: null })
    const why = (await (await place.as('auditor')).page(pathOf(place, `users/${colleague}`))).json.props.permissions
    assert.deepInclude(
      why.flatMap((group: { permissions: object[] }) => group.permissions),
      { permission: 'alerts.triage', through: ['Analyst'] }
    )
  })

  test('the audit notes that the holders of a permission are printed', async ({ assert }) => {
    const place = await office()
    const auditor = await place.as('auditor')
    await auditor.page(pathOf(place, 'who?permission=roles.manage'))
    assert.deepEqual(await audited(place, 'access.%'), [])
    assert.isTrue((await auditor.page(pathOf(place, 'who?permission=roles.manage&print=1'))).json.props.print)
    assert.deepEqual(await audited(place, 'access.%'), ['access.printed'])
  })
})

test.group('Rights that take two people (T07, T30)', () => {
  test('an administrator cannot give himself anything, nor through a second account', async ({ assert }) => {
    const place = await office()
    const own = place.officers.administrator!.id
    const refused = await giveRoles(place, 'administrator', own, ['administrator', 'supervisor'], ['administrator'])
    assert.equal(refused.status, 403)
    assert.equal(refused.json.message.key, 'administration.own_grant')
    await inPlace(place, `update tenant.officers set same_person_as = ? where id = ? returning id`, [
      own,
      place.officers.colleague!.id,
    ])
    assert.equal((await giveRoles(place, 'administrator', place.officers.colleague!.id, ['analyst'])).status, 403)
    assert.deepEqual(await rolesOf(place, own), ['administrator'])
    assert.deepEqual(await rolesOf(place, place.officers.colleague!.id), [])
    assert.lengthOf(await waiting(place), 0)
  })

  test('a role that gives rights waits, and a second administrator confirms it', async ({ assert }) => {
    const place = await office()
    const colleague = place.officers.colleague!.id
    assert.equal((await giveRoles(place, 'administrator', colleague, ['administrator'])).status, 303)
    assert.deepEqual(await rolesOf(place, colleague), [])
    const [request] = await waiting(place)
    const path = pathOf(place, `grant-requests/${request!.id}/confirmation`)
    const hash = request!.content_hash

    const own = await (await place.as('administrator')).post(path, { hash })
    assert.equal(own.status, 403)
    assert.equal(own.json.message.key, 'administration.confirm_own_request')
    const second = await place.as(SECOND_ADMINISTRATOR)
    assert.equal((await second.post(path, { hash: 'no hash' })).status, 422)
    assert.equal((await second.post(path, { hash: 'f'.repeat(64) })).status, 409, 'another content')
    assert.deepEqual(await rolesOf(place, colleague), [])

    assert.equal((await second.post(path, { hash })).status, 303)
    assert.deepEqual(await rolesOf(place, colleague), ['administrator'])
    assert.equal((await second.post(path, { hash })).status, 409, 'it is decided once')
    assert.deepEqual(await audited(place, 'grant.%'), ['grant.requested', 'grant.confirmed'])
    const [grant] = await inPlace<{ granted_by: string; confirmed_by: string }>(
      place,
      `select granted_by, confirmed_by from tenant.officer_roles where officer_id = ?`,
      [colleague]
    )
    assert.deepEqual(grant, {
      granted_by: place.officers.administrator!.id,
      confirmed_by: place.officers[SECOND_ADMINISTRATOR]!.id,
    })
  })

  test('a second account of the one who asked, and the one who gains, confirm nothing', async ({ assert }) => {
    const place = await office()
    const colleague = place.officers.colleague!.id
    await giveRoles(place, 'administrator', colleague, ['administrator'])
    const [request] = await waiting(place)
    const path = pathOf(place, `grant-requests/${request!.id}/confirmation`)
    const second = await place.as(SECOND_ADMINISTRATOR)
    const join = (person: string) =>
      inPlace(place, `update tenant.officers set same_person_as = ? where id = ? returning id`, [
        person,
        place.officers[SECOND_ADMINISTRATOR]!.id,
      ])
    await join(place.officers.administrator!.id)
    assert.equal((await second.post(path, { hash: request!.content_hash })).status, 403)
    await join(colleague)
    assert.equal((await second.post(path, { hash: request!.content_hash })).status, 403)
    assert.deepEqual(await rolesOf(place, colleague), [])
  })

  test('who was reset confirms nothing for a day', async ({ assert }) => {
    const place = await office()
    const colleague = place.officers.colleague!.id
    const second = place.officers[SECOND_ADMINISTRATOR]!.id
    await giveRoles(place, 'administrator', colleague, ['administrator'])
    const [request] = await waiting(place)
    assert.isTrue((await place.run(() => resetFactorOf(second), 'administrator')).ok)
    const path = pathOf(place, `grant-requests/${request!.id}/confirmation`)
    const visitor = await place.signIn(SECOND_ADMINISTRATOR)
    assert.equal((await visitor.post(path, { hash: request!.content_hash })).status, 403)
    const meanwhile = await place.run(
      () => confirmRequest(request!.id, request!.content_hash, second),
      SECOND_ADMINISTRATOR
    )
    assert.deepInclude(meanwhile, { ok: false }, 'a reset after the route let him through')
    assert.deepEqual(await rolesOf(place, colleague), [])
    await inPlace(place, `update tenant.officers set approvals_suspended_until = now() where id = ? returning id`, [
      second,
    ])
    const later = await place.signIn(SECOND_ADMINISTRATOR)
    assert.equal((await later.post(path, { hash: request!.content_hash })).status, 303)
    assert.deepEqual(await rolesOf(place, colleague), ['administrator'])
  })

  test('an edit between asking and confirming voids the request', async ({ assert }) => {
    const place = await office()
    const colleague = place.officers.colleague!.id
    await giveRoles(place, 'administrator', colleague, ['administrator'])
    const [request] = await waiting(place)
    await giveRoles(place, 'administrator', colleague, ['analyst'])
    const path = pathOf(place, `grant-requests/${request!.id}/confirmation`)
    assert.equal((await (await place.as(SECOND_ADMINISTRATOR)).post(path, { hash: request!.content_hash })).status, 409)
    assert.deepEqual(await rolesOf(place, colleague), ['analyst'])
    assert.lengthOf(await waiting(place), 0)
  })

  test('a request is refused by the second and withdrawn by the first', async ({ assert }) => {
    const place = await office()
    const [colleague, inspector] = [place.officers.colleague!.id, place.officers.inspector!.id]
    await giveRoles(place, 'administrator', colleague, ['administrator'])
    await giveRoles(place, 'administrator', inspector, ['administrator'], ['inspector'])
    const again = await giveRoles(place, 'administrator', colleague, ['administrator'])
    assert.equal(again.status, 409, 'one waits already')
    const [first, other] = await waiting(place)
    const turnDown = async (as: string, id: string) =>
      (await (await place.as(as)).post(pathOf(place, `grant-requests/${id}/refusal`))).status
    assert.equal(await turnDown(SECOND_ADMINISTRATOR, first!.id), 303)
    assert.equal(await turnDown('administrator', other!.id), 303)
    assert.equal(await turnDown('administrator', other!.id), 409)
    assert.deepEqual(await audited(place, 'grant.%'), [
      'grant.requested',
      'grant.requested',
      'grant.refused',
      'grant.withdrawn',
    ])
    assert.deepEqual(await rolesOf(place, colleague), [])
  })

  test('a role that administrators hold changes with a second person only', async ({ assert }) => {
    const place = await office()
    const role = await roleOf(place, 'administrator')
    const administrator = await place.as('administrator')
    const path = pathOf(place, `roles/${role}`)
    const seen = (await administrator.page(path)).json.props.role.permissions as string[]
    assert.equal(
      (await administrator.put(`${path}/permissions`, { permissions: [...seen, 'audit.read'], seen })).status,
      303
    )
    assert.deepEqual((await administrator.page(path)).json.props.role.permissions, seen)
    assert.lengthOf(await waiting(place), 1)
  })
})

test.group('Conflicts of duty', () => {
  test('who administers cannot publish: refused with the rule and who holds the other side', async ({ assert }) => {
    const place = await office()
    const approver = place.officers.profile_approver!.id
    const refused = await giveRoles(
      place,
      'administrator',
      approver,
      ['profile_approver', 'administrator'],
      ['profile_approver']
    )
    assert.equal(refused.status, 403)
    assert.deepEqual(refused.json.message, {
      key: 'access.refused_administrator_approver',
      params: {
        person: 'profile_approver person',
        one: 'administrator person, second_administrator person',
        other: 'none',
      },
    })
    assert.deepEqual(await rolesOf(place, approver), ['profile_approver'])
    assert.lengthOf(await waiting(place), 0)
  })

  test('an auditor gets no right to act, neither by a role nor by a change of his role', async ({ assert }) => {
    const place = await office()
    const auditor = place.officers.auditor!.id
    assert.equal((await giveRoles(place, 'administrator', auditor, ['auditor', 'analyst'], ['auditor'])).status, 403)
    const path = pathOf(place, `roles/${await roleOf(place, 'auditor')}`)
    const administrator = await place.as('administrator')
    const seen = (await administrator.page(path)).json.props.role.permissions as string[]
    const refused = await administrator.put(`${path}/permissions`, { permissions: [...seen, 'alerts.triage'], seen })
    assert.equal(refused.status, 403)
    assert.equal(refused.json.message.key, 'access.refused_auditor_acts')
    assert.deepEqual(await rolesOf(place, auditor), ['auditor'])
  })

  test('two changes at once cannot make together what each may do alone', async ({ assert }) => {
    const place = await office()
    const administrator = await place.as('administrator')
    const colleague = place.officers.colleague!.id
    const auditing = await administrator.post(pathOf(place, 'roles'), { name: 'Auditing', from: 'template:auditor' })
    const id = auditing.location!.split('/').at(-1)!
    const seen = (await administrator.page(auditing.location!)).json.props.role.permissions as string[]
    const answers = await Promise.all([
      administrator.put(pathOf(place, `users/${colleague}/roles`), { roles: [id], seen: [] }),
      administrator.put(`${auditing.location}/permissions`, { permissions: [...seen, 'alerts.triage'], seen }),
    ])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 403])
  })

  test('two people waive a rule, it is seen, it lets through, and it ends when nobody needs it', async ({ assert }) => {
    const place = await office()
    const [first, second] = [await place.as('administrator'), await place.as(SECOND_ADMINISTRATOR)]
    const waivers = pathOf(place, 'waivers')
    assert.equal((await first.post(waivers, { conflict: 'auditor_acts', reason: 'short' })).status, 422)
    assert.equal((await first.post(waivers, { conflict: 'author_approver', reason: 'We are very few' })).status, 422)
    assert.equal((await first.post(waivers, { conflict: 'auditor_acts', reason: 'We are very few' })).status, 303)
    const auditor = place.officers.auditor!.id
    const give = () => giveRoles(place, 'administrator', auditor, ['auditor', 'analyst'], ['auditor'])
    assert.equal((await give()).status, 403, 'asked is not yet waived')
    const [request] = await waiting(place)
    const path = pathOf(place, `grant-requests/${request!.id}/confirmation`)
    assert.equal((await first.post(path, { hash: request!.content_hash })).status, 403)
    assert.equal((await second.post(path, { hash: request!.content_hash })).status, 303)
    assert.equal((await give()).status, 303)
    const shown = (await (await place.as('supervisor')).page(pathOf(place, 'roles'))).json.props.conflicts
    const conflict = shown.find((each: { code: string }) => each.code === 'auditor_acts')
    assert.deepInclude(conflict.waiver, {
      reason: 'We are very few',
      requestedBy: 'administrator person',
      confirmedBy: 'second_administrator person',
    })
    assert.equal((await first.delete(`${waivers}/auditor_acts`)).status, 409, 'somebody stands in it')
    await giveRoles(place, 'administrator', auditor, ['auditor'], ['auditor', 'analyst'])
    assert.equal((await first.delete(`${waivers}/auditor_acts`)).status, 303)
    assert.equal((await give()).status, 403)
    assert.deepEqual(await audited(place, 'conflict.%'), ['conflict.waived', 'conflict.waiver_ended'])
  })
})
