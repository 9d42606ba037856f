import { test } from '@japa/runner'
import { SECOND_ADMINISTRATOR, tokenOf } from '#tests/support/access_world'
import { firstRow } from '#platform/tenancy/database'
import { makePlace } from '#tests/support/world'
import { ADDRESS, Desk } from './support/desk.js'
import { shot } from './support/shots.js'

const NEW_PASSWORD = 'seven quiet herons by the quay'

test.group('Administration', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('invite, accept and sign in', async ({ assert, browser }) => {
    const place = await makePlace()
    const administrator = await Desk.of(browser, place, 'administrator')
    await administrator.go('/administration/users')
    await administrator.page.getByRole('button', { name: 'Invite an officer' }).click()
    await administrator.page.getByLabel('E-mail', { exact: true }).fill('new.colleague@example.test')
    await administrator.page.getByLabel('Name', { exact: true }).fill('New Colleague')
    await administrator.page.getByRole('checkbox', { name: 'Analyst', exact: true }).check()
    await shot(administrator.page, 'invite')
    await administrator.page.getByRole('button', { name: 'Send invitation' }).click()
    await administrator.page.waitForURL(/\/users\/[0-9a-f-]{36}/)
    await administrator.page.getByText('invited', { exact: true }).waitFor()
    const officer = await place.run(() =>
      firstRow<{ id: string }>(`select id from tenant.officers where email = 'new.colleague@example.test'`)
    )
    const link = `/invitations/${await tokenOf(place, officer!.id)}`

    const guest = await Desk.open(browser, place.path)
    await guest.go(link)
    assert.equal(await guest.page.getByLabel('Your name').inputValue(), 'New Colleague')
    await guest.page.getByLabel('Password', { exact: true }).fill('password1234')
    await guest.page.getByLabel('The same password again').fill('password1234')
    await guest.page.getByRole('button', { name: 'Accept' }).click()
    await guest.page.getByText('This is among the first that anybody would try.').waitFor()
    await guest.page.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD)
    await guest.page.getByLabel('The same password again').fill(NEW_PASSWORD)
    await guest.page.getByRole('button', { name: 'Accept' }).click()
    await guest.page.getByText('Your password is set. Sign in with it.').waitFor()
    await guest.signIn('new.colleague@example.test', NEW_PASSWORD)
    await guest.page.getByRole('link', { name: 'Triage' }).first().waitFor()

    const late = await Desk.open(browser, place.path)
    await late.go(link)
    await late.page.getByText('This invitation opens nothing').waitFor()
    assert.deepEqual([...administrator.witness.complaints, ...guest.witness.complaints], [])
  }).timeout(120_000)

  test('a role brings its menu and takes it away again, and the server agrees', async ({ assert, browser }) => {
    const place = await makePlace()
    const { email } = await place.hire('colleague', null)
    const path = `/administration/users/${place.officers.colleague!.id}`
    const administrator = await Desk.of(browser, place, 'administrator')
    const setAnalyst = async (held: boolean) => {
      await administrator.go(path)
      await administrator.page.getByRole('button', { name: 'Change roles' }).click()
      await administrator.page.getByRole('checkbox', { name: 'Analyst', exact: true }).setChecked(held)
      await administrator.page.getByRole('button', { name: 'Save roles' }).click()
      await administrator.page.getByRole('button', { name: 'Change roles' }).waitFor()
    }
    const opens = async () => {
      const desk = await Desk.open(browser, place.path)
      await desk.go('/sign-in')
      await desk.signIn(email, 'correct horse battery staple')
      const shown = await desk.page.getByRole('link', { name: 'Triage' }).count()
      const answer = await desk.context.request.get(`${ADDRESS}${place.path}/triage`, { maxRedirects: 0 })
      return { shown: shown > 0, status: answer.status() }
    }
    assert.deepEqual(await opens(), { shown: false, status: 403 })
    await setAnalyst(true)
    await administrator.page.getByText('May claim, release and dismiss alerts').waitFor()
    await shot(administrator.page, 'user-with-role')
    assert.deepEqual(await opens(), { shown: true, status: 200 })
    await setAnalyst(false)
    assert.deepEqual(await opens(), { shown: false, status: 403 })
    assert.deepEqual(administrator.witness.complaints, [])
  }).timeout(120_000)

  test('a conflict of duty is refused with its rule and who holds the other side; a second person confirms the rest', async ({
    assert,
    browser,
  }) => {
    const place = await makePlace()
    await place.hire(SECOND_ADMINISTRATOR, 'administrator')
    await place.hire('colleague', null)
    const approver = place.officers.profile_approver!.id
    const administrator = await Desk.of(browser, place, 'administrator')
    await administrator.go(`/administration/users/${approver}`)
    await administrator.page.getByRole('button', { name: 'Change roles' }).click()
    await administrator.page.getByRole('checkbox', { name: 'Administrator', exact: true }).check()
    await administrator.page.getByRole('button', { name: 'Save roles' }).click()
    const refusal = administrator.page.getByRole('main').getByRole('alert')
    await refusal.getByText('Nobody may hold both.').waitFor()
    assert.include(await refusal.innerText(), 'administrator person, second_administrator person')
    await shot(administrator.page, 'conflict-refused')

    await administrator.go(`/administration/users/${place.officers.colleague!.id}`)
    await administrator.page.getByRole('button', { name: 'Change roles' }).click()
    await administrator.page.getByRole('checkbox', { name: 'Administrator', exact: true }).check()
    await administrator.page.getByRole('button', { name: 'Save roles' }).click()
    await administrator.page.getByText('Kept: a second person has to confirm it').first().waitFor()
    await administrator.go('/administration/roles')
    await administrator.page.getByText('You asked for this. A second person has to confirm it.').waitFor()
    assert.equal(await administrator.page.getByRole('button', { name: 'Confirm' }).count(), 0)

    const second = await Desk.of(browser, place, SECOND_ADMINISTRATOR)
    await second.go('/administration/roles')
    await shot(second.page, 'waiting-request')
    await second.page.getByRole('button', { name: 'Confirm' }).click()
    await second.page.getByText(/Confirmed by .?second_administrator person/).waitFor()
    const granted = await place.run(() =>
      firstRow(`select 1 from tenant.officer_roles where officer_id = ?`, [place.officers.colleague!.id])
    )
    assert.exists(granted)
    assert.deepEqual([...administrator.witness.complaints, ...second.witness.complaints], [])
  }).timeout(120_000)
})
