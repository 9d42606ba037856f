import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import InvitationDrain from '#app/administration/jobs/invitation_drain'
import { loadOfficer } from '#platform/access/officer'
import { claimAlert } from '#app/targeting/actions/claim_alert'
import { parseToken } from '#platform/access/secret_token'
import { execute } from '#platform/tenancy/database'
import env from '#start/env'
import { invite, tokenOf } from '#tests/support/access_world'
import { connectedAs, enter } from '#tests/support/database_roles'
import type { Place } from '#tests/support/world'
import { audited, inPlace, office, roleOf, rolesOf, stateOf, stranger, statuses, type Asked } from './access.js'
import { layCargo, raiseAlert } from '../targeting/authoring/desk.js'

const NEW_PASSWORD = 'seven quiet herons by the quay'
const pathOf = (place: Place, path: string) => `${place.path}/administration/${path}`
const acceptance = { name: 'New Colleague', password: NEW_PASSWORD, passwordAgain: NEW_PASSWORD }

const invitee = (place: Place, more: object = {}) => ({
  email: `new.${place.administration.code.toLowerCase()}@example.test`,
  name: 'New Person',
  locale: 'es',
  roles: [],
  units: [],
  sites: [],
  samePersonAs: '',
  ...more,
})

async function mailsTo(email: string): Promise<{ subject: string; text: string }[]> {
  const folder = join(env.get('LANDFALL_STORAGE_DIR'), 'mail')
  const files = await readdir(folder).catch(() => [])
  const mails = await Promise.all(
    files.sort().map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')))
  )
  return mails.filter(({ to }) => JSON.stringify(to).includes(email))
}

const linkIn = (text: string) => new URL(/https?:\S+\/invitations\/\S+/.exec(text)![0]).pathname

test.group('Users: who may', () => {
  test('a stranger is sent to sign in, a supervisor is refused, and nothing changes', async ({ assert }) => {
    const place = await office()
    const user = pathOf(place, `users/${place.officers.colleague!.id}`)
    const asked: Asked[] = [
      ['post', pathOf(place, 'users'), invitee(place)],
      ['put', `${user}/places`, { units: [], sites: [] }],
      ['post', `${user}/invitation`, {}],
      ['post', `${user}/revocation`, {}],
      ['post', `${user}/password-reset`, {}],
      ['post', `${user}/factor-reset`, {}],
      ['post', `${user}/deactivation`, {}],
      ['post', `${user}/reactivation`, {}],
    ]
    assert.deepEqual([...new Set(await statuses(await stranger(place), asked))], [401])
    assert.deepEqual([...new Set(await statuses(await place.as('supervisor'), asked))], [403])
    assert.equal(await stateOf(place, place.officers.colleague!.id), 'active')
    assert.lengthOf(await inPlace(place, `select id from tenant.invitations`), 0)
    assert.deepEqual(await audited(place, 'officer.%'), [])
  })
})

test.group('Users', () => {
  test('the list is searched and filtered by role, unit and state', async ({ assert }) => {
    const place = await office()
    await invite(place, 'waits@example.test')
    const administrator = await place.as('administrator')
    const names = async (query: string) =>
      (await administrator.page(pathOf(place, `users${query}`))).json.props.users.map(
        (user: { name: string }) => user.name
      )
    assert.deepEqual(await names('?q=super'), ['supervisor person'])
    assert.deepEqual(await names('?q=%25'), [])
    assert.deepEqual(await names(`?role=${await roleOf(place, 'inspector')}`), ['inspector person'])
    assert.deepEqual(await names('?state=invited'), ['waits@example.test'])
    assert.includeMembers(await names('?state=nonsense&unit=nonsense'), ['analyst person', 'colleague person'])
  })

  test('an officer is deactivated: signed out, alerts go back with a note, and comes back with the same roles', async ({
    assert,
  }) => {
    const place = await office()
    const analyst = place.officers.analyst!.id
    const visitor = await place.signIn('analyst')
    const alert = await holdAlert(place, analyst)
    const administrator = await place.as('administrator')
    const user = pathOf(place, `users/${analyst}`)
    assert.equal((await administrator.post(`${user}/reactivation`)).status, 409)
    assert.equal((await administrator.post(`${user}/deactivation`)).status, 303)
    assert.equal((await visitor.page(`${place.path}/arrivals`)).status, 302)
    assert.equal(await stateOf(place, analyst), 'disabled')
    const [row] = await inPlace(place, `select state, claimed_by from tenant.alerts where id = ?`, [alert])
    assert.deepEqual(row, { state: 'new', claimed_by: null })
    const [note] = await inPlace(
      place,
      `select kind, reason, officer_id from tenant.alert_events where alert_id = ? order by at desc, id desc limit 1`,
      [alert]
    )
    assert.deepEqual(note, { kind: 'released', reason: 'handed_over', officer_id: place.officers.administrator!.id })
    const { handovers } = (await administrator.page(user)).json.props
    assert.deepEqual(
      handovers.map(({ kind, id }: { kind: string; id: string }) => [kind, id]),
      [['alert', alert]]
    )
    assert.equal((await administrator.post(`${user}/deactivation`)).status, 409)
    const analystRole = await roleOf(place, 'analyst')
    assert.equal((await administrator.put(`${user}/roles`, { roles: [], seen: [analystRole] })).status, 409)

    assert.equal((await administrator.post(`${user}/reactivation`)).status, 303)
    assert.deepEqual(await rolesOf(place, analyst), ['analyst'])
    assert.equal((await (await place.signIn('analyst')).page(`${place.path}/arrivals`)).status, 200)
    assert.deepEqual(await audited(place, 'officer.%'), ['officer.deactivated', 'officer.reactivated'])
  })

  test('an officer is reset: signed out, told, and held from approving; nobody resets himself or who is out', async ({
    assert,
  }) => {
    const place = await office()
    const supervisor = place.officers.supervisor!.id
    const user = pathOf(place, `users/${supervisor}`)
    const administrator = await place.as('administrator')
    const own = pathOf(place, `users/${place.officers.administrator!.id}`)
    const held = () =>
      inPlace<{ held: boolean }>(
        place,
        `select approvals_suspended_until > now() + interval '23 hours' as held from tenant.officers where approvals_suspended_until is not null`
      )
    for (const act of ['password-reset', 'factor-reset']) {
      const visitor = await place.signIn('supervisor')
      assert.equal((await administrator.post(`${own}/${act}`)).status, 403)
      assert.equal((await administrator.post(`${user}/${act}`)).status, 303)
      assert.equal((await visitor.page(`${place.path}/arrivals`)).status, 302)
    }
    assert.deepEqual(await held(), [{ held: true }])
    const letters = await inPlace(
      place,
      `select kind from tenant.officer_letters where officer_id = ? and kind <> 'new_device' order by id`,
      [supervisor]
    )
    assert.deepEqual(letters, [{ kind: 'password_reset' }, { kind: 'factor_reset' }])
    assert.equal((await administrator.post(`${user}/deactivation`)).status, 303)
    assert.isFalse((await administrator.page(user)).json.props.may.reset)
    assert.equal((await administrator.post(`${user}/factor-reset`)).status, 409)
    assert.deepEqual(
      [...(await audited(place, 'password.reset%')), ...(await audited(place, 'factor.reset'))],
      ['password.reset_asked', 'factor.reset']
    )
  })

  test('nobody shuts himself out, and the last who gives out roles stays', async ({ assert }) => {
    const place = await office()
    const [first, second] = [place.officers.administrator!.id, place.officers.second_administrator!.id]
    const administrator = await place.as('administrator')
    assert.equal((await administrator.post(pathOf(place, `users/${first}/deactivation`))).status, 403)
    await place.run(() =>
      execute(
        `delete from tenant.role_permissions where permission = 'roles.manage' and role_id in (select role_id from tenant.officer_roles where officer_id = ?)`,
        [first]
      )
    )
    const refused = await administrator.post(pathOf(place, `users/${second}/deactivation`))
    assert.equal(refused.status, 409)
    assert.equal(refused.json.message.key, 'administration.last_administrator')
    assert.equal(await stateOf(place, second), 'active')
  })
})

test.group('Invitations (T75)', () => {
  test('invited, mailed in his language, accepted once, signed in with his roles and places', async ({ assert }) => {
    const place = await office()
    const administrator = await place.as('administrator')
    const unit = await administrator.post(pathOf(place, 'units'), {
      code: 'HERE',
      name: 'Here',
      ports: [],
      threats: [],
    })
    const input = invitee(place, {
      roles: [await roleOf(place, 'analyst')],
      units: [unit.location!.split('/').at(-1)],
    })
    const answer = await administrator.post(pathOf(place, 'users'), input)
    assert.equal(answer.status, 303)
    const id = answer.location!.split('/').at(-1)!
    assert.equal(await stateOf(place, id), 'invited')
    assert.deepEqual(await rolesOf(place, id), ['analyst'])

    await place.run(() => new InvitationDrain().execute())
    await place.run(() => new InvitationDrain().execute())
    const mails = await mailsTo(input.email)
    assert.lengthOf(mails, 1)
    assert.include(mails[0]!.subject, 'Invitación')
    const [stored] = await inPlace<{ row: string }>(place, `select to_json(i)::text as row from tenant.invitations i`)
    const link = linkIn(mails[0]!.text)
    assert.notInclude(
      stored!.row,
      parseToken('inv', link.split('/').at(-1)!)!.secret,
      'the secret is in the mail and nowhere else'
    )

    const visitor = await stranger(place)
    for (let looks = 0; looks < 2; looks++)
      assert.deepEqual((await visitor.page(link)).json.props.invitation, { name: 'New Person', email: input.email })
    const early = await visitor.post(`${place.path}/sign-in`, { email: input.email, password: '' })
    assert.isTrue(early.location!.endsWith('/sign-in'), 'invited is not let in')
    const accepted = await visitor.post(link, acceptance)
    assert.equal(accepted.status, 303)
    assert.include(accepted.location!, 'notice=accepted')
    assert.equal(await stateOf(place, id), 'active')
    assert.isNull((await visitor.page(link)).json.props.invitation)

    const other = await stranger(place)
    await other.post(link, { ...acceptance, password: `${NEW_PASSWORD} too`, passwordAgain: `${NEW_PASSWORD} too` })
    const signedIn = await other.post(`${place.path}/sign-in`, { email: input.email, password: NEW_PASSWORD })
    assert.include(signedIn.location!, '/arrivals', 'the first password stands')
    assert.deepEqual(await audited(place, 'officer.accepted'), ['officer.accepted'])
    assert.deepEqual(await audited(place, 'invitation.%'), ['invitation.issued'])
  })

  test('what is not an address, is taken or has no name is refused, and nobody is invited', async ({ assert }) => {
    const place = await office()
    const administrator = await place.as('administrator')
    for (const [field, change] of [
      ['email', { email: 'no address' }],
      ['email', { email: 'analyst@example.test' }],
      ['name', { name: ' ' }],
      ['locale', { locale: 'xx' }],
    ] as const) {
      const refused = await administrator.post(pathOf(place, 'users'), invitee(place, change))
      assert.equal(refused.status, 422, JSON.stringify(change))
      assert.exists(
        refused.json.errors[field] ?? refused.json.errors.find?.((each: { field: string }) => each.field === field)
      )
    }
    assert.lengthOf(await inPlace(place, `select id from tenant.invitations`), 0)
  })

  test('a role that conflicts takes the whole invitation with it; one that gives rights waits', async ({ assert }) => {
    const place = await office()
    const administrator = await place.as('administrator')
    const both = [await roleOf(place, 'administrator'), await roleOf(place, 'profile_approver')]
    assert.equal((await administrator.post(pathOf(place, 'users'), invitee(place, { roles: both }))).status, 403)
    assert.lengthOf(await inPlace(place, `select id from tenant.officers where state = 'invited'`), 0)
    const answer = await administrator.post(pathOf(place, 'users'), invitee(place, { roles: [both[0]] }))
    assert.equal(answer.status, 303)
    assert.deepEqual(await rolesOf(place, answer.location!.split('/').at(-1)!), [])
    assert.lengthOf(await inPlace(place, `select id from tenant.grant_requests where state = 'waiting'`), 1)
  })

  test('weak and differing passwords are refused and use nothing up', async ({ assert }) => {
    const place = await office()
    const officer = await invite(place, 'weak@example.test')
    const link = `${place.path}/invitations/${await tokenOf(place, officer)}`
    const visitor = await stranger(place)
    for (const [field, change] of [
      ['password', { password: 'short', passwordAgain: 'short' }],
      ['password', { password: 'password1234', passwordAgain: 'password1234' }],
      ['passwordAgain', { passwordAgain: 'something else altogether' }],
    ] as const) {
      const refused = await visitor.post(link, { ...acceptance, ...change })
      assert.equal(refused.status, 422)
      assert.isNotEmpty(refused.json.errors[field])
    }
    assert.equal(await stateOf(place, officer), 'invited')
    assert.equal((await visitor.post(link, acceptance)).status, 303)
    assert.equal(await stateOf(place, officer), 'active')
  })

  test('expired, revoked, replaced, altered and foreign links open nothing, all alike', async ({ assert }) => {
    const [place, elsewhere] = [await office(), await office()]
    const [expired, revoked, replaced, foreign] = [
      await invite(place, 'expired@example.test'),
      await invite(place, 'revoked@example.test'),
      await invite(place, 'replaced@example.test'),
      await invite(elsewhere, 'foreign@example.test'),
    ]
    const tokens = [
      await tokenOf(place, expired),
      await tokenOf(place, revoked),
      await tokenOf(place, replaced),
      await tokenOf(elsewhere, foreign),
    ]
    tokens.push(`${tokens[2]!.slice(0, -9)}x_${tokens[2]!.slice(-8)}`, 'lf_inv_nothing', 'nonsense')
    await expire(place, expired)
    const administrator = await place.as('administrator')
    assert.equal((await administrator.post(pathOf(place, `users/${revoked}/revocation`))).status, 303)
    assert.equal((await administrator.post(pathOf(place, `users/${revoked}/revocation`))).status, 409)
    assert.equal(await stateOf(place, revoked), 'disabled')
    assert.equal((await administrator.post(pathOf(place, `users/${replaced}/invitation`))).status, 303)
    assert.equal((await administrator.post(pathOf(place, `users/${revoked}/invitation`))).status, 409)

    const visitor = await stranger(place)
    for (const token of tokens) {
      const link = `${place.path}/invitations/${token}`
      const page = await visitor.page(link)
      assert.deepEqual([page.status, page.json.props.invitation], [200, null], token)
      const answer = await visitor.post(link, acceptance)
      assert.deepEqual([answer.status, answer.location], [303, link])
    }
    assert.lengthOf(await inPlace(place, `select id from tenant.officers where name = 'New Colleague'`), 0)
    assert.equal((await administrator.post(pathOf(place, `users/${revoked}/reactivation`))).status, 303)
    assert.equal(await stateOf(place, revoked), 'invited', 'without a password nobody is active')
  })
})

/** Puts the end of an invitation behind us, as no role of the application may. */
const expire = (place: Place, officer: string) =>
  connectedAs('owner', async (client) => {
    await enter(client, place.administration.id)
    await client.query(`update tenant.invitations set expires_at = now() where officer_id = $1`, [officer])
  })

/** An alert in this officer's hands. */
async function holdAlert(place: Place, officer: string): Promise<string> {
  const cargo = await layCargo(place)
  await raiseAlert(place, cargo.open[0]!, {})
  const [alert] = await inPlace<{ id: string }>(place, `select id from tenant.alerts`)
  await place.run(async () => claimAlert(alert!.id, (await loadOfficer(officer))!), 'analyst')
  return alert!.id
}
