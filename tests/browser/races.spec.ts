import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { makeAlert } from '#tests/support/alerts'
import { ask } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'
import { Desk } from './support/desk.js'

/** Two people of one role at two screens. */
async function two(browser: Parameters<typeof Desk.of>[0], place: Place, role: string) {
  await place.hire('rival', role)
  return [await Desk.of(browser, place, role), await Desk.of(browser, place, 'rival')] as const
}

/** Both press at once; says which of them shows the one thing and which the other. */
async function race<T extends { page: Page }>(
  desks: readonly [T, T],
  press: (desk: T) => Promise<void>,
  won: (page: Page) => Promise<void>
): Promise<{ winner: T; loser: T }> {
  const over = Promise.any(desks.map((desk) => won(desk.page).then(() => desk)))
  await Promise.all(desks.map(press))
  const winner = await over
  return { winner, loser: winner === desks[0] ? desks[1] : desks[0] }
}

const alertEvents = (place: Place, kind: string) =>
  ask<{ officer_id: string; note: string | null }>(
    place,
    `select officer_id, note from tenant.alert_events where kind = '${kind}'`
  )
const acts = (place: Place, kinds: readonly string[]) =>
  ask<{ act: string; note: string | null; officer_id: string }>(
    place,
    `select act, note, officer_id from tenant.case_events where act in (${kinds.map((kind) => `'${kind}'`).join()})`
  )
const idOf = (place: Place, desk: Desk, first: Desk, role: string) =>
  place.officers[desk === first ? role : 'rival']!.id

test.group('Two at one alert', (group) => {
  group.each.teardown(() => Desk.closeAll())

  test('claimed at once: one holds it, the other is told who', async ({ assert, browser }) => {
    const place = await makePlace()
    await makeAlert(place, { band: 'medium', score: 60 })
    const desks = await two(browser, place, 'analyst')
    for (const desk of desks) await desk.go('/triage')
    const { winner, loser } = await race(
      desks,
      ({ page }) => page.getByRole('button', { name: /^Claim/ }).click(),
      (page) => page.getByText('You hold it').waitFor()
    )
    await loser.page
      .getByRole('alert')
      .getByText(/person.? holds it/)
      .waitFor()
    await loser.page
      .getByText(/^Held by |holds it,/)
      .first()
      .waitFor()
    assert.isFalse(await loser.page.getByText('You hold it').isVisible())
    const claimed = await alertEvents(place, 'claimed')
    assert.deepEqual(
      claimed.map(({ officer_id: id }) => id),
      [idOf(place, winner, desks[0], 'analyst')]
    )
  }).timeout(60_000)

  test('dismissed at once with words: one decision stands, the other keeps what was written', async ({
    assert,
    browser,
  }) => {
    const place = await makePlace()
    await makeAlert(place, { band: 'medium', score: 60 })
    await makeAlert(place, { band: 'medium', score: 55 })
    const desks = await two(browser, place, 'analyst')
    const said = (desk: Desk) => (desk === desks[0] ? 'Their lawyer sent the papers.' : 'The weigh-bridge was broken.')
    for (const desk of desks) {
      await desk.go('/triage')
      await desk.page.locator('[id^=row-]').nth(1).waitFor()
      await desk.page.getByRole('button', { name: /Other/ }).click()
      await desk.page.getByLabel('Note').fill(said(desk))
    }
    const { winner, loser } = await race(
      desks,
      ({ page }) => page.getByRole('button', { name: 'Dismiss', exact: true }).click(),
      (page) => page.getByText('Alert dismissed', { exact: true }).waitFor()
    )
    const decision = loser.page.getByRole('group', { name: 'Decision' })
    await decision.getByText('It was decided already.').waitFor()
    assert.equal(await loser.page.getByLabel('What you wrote; it was not kept').inputValue(), said(loser))
    // As it stands now, and not the row after it.
    await loser.page.getByText(said(winner)).first().waitFor()
    await loser.page.waitForFunction(() => document.querySelectorAll('[id^=row-]').length === 1)
    const dismissed = await alertEvents(place, 'dismissed')
    assert.deepEqual(dismissed, [{ officer_id: idOf(place, winner, desks[0], 'analyst'), note: said(winner) }])
    assert.deepEqual([...winner.witness.complaints, ...loser.witness.complaints], [])
  }).timeout(60_000)
})

test.group('Two at one case', (group) => {
  group.each.teardown(() => Desk.closeAll())

  async function studied(role: string) {
    const place = await makePlace()
    const { consignment } = await makeAlert(place, { band: 'high', score: 80 })
    const opener = await place.as(role)
    await opener.post(`${place.path}/cases`, { title: 'Cotton', alerts: [], consignments: [consignment] })
    const [study] = await ask<{ id: string }>(place, `select id from tenant.cases`)
    const move = async (act: string, version: number, note: string | null = null, as = role) =>
      (await (await place.as(as)).post(`${place.path}/cases/${study!.id}/acts/${act}`, { version, note })).status
    return { place, id: study!.id, move }
  }

  test('closed by both at once: one closes it, the other keeps what was written and sees the case as it is now', async ({
    assert,
    browser,
  }) => {
    const { place, id } = await studied('analyst')
    const desks = await two(browser, place, 'analyst')
    for (const desk of desks) {
      await desk.go(`/cases/${id}`)
      await desk.page.getByRole('button', { name: 'Close without action' }).click()
      await desk.page.getByLabel('false positive').check()
      await desk.page.getByLabel('Why').fill(desk === desks[0] ? 'Known trade of theirs.' : 'The papers explain it.')
    }
    const { winner, loser } = await race(
      desks,
      ({ page }) => page.getByRole('button', { name: 'Close without action' }).last().click(),
      (page) => page.locator('textarea[name=note]').waitFor({ state: 'detached' })
    )
    const wrote = loser === desks[0] ? 'Known trade of theirs.' : 'The papers explain it.'
    await loser.page.getByText('Somebody changed this case meanwhile.').first().waitFor()
    assert.equal(await loser.page.getByLabel('Why').inputValue(), wrote)
    // The fresh state stands around what was written.
    await loser.page.getByRole('button', { name: 'Reopen' }).waitFor()
    const done = await acts(place, ['close_without_action'])
    assert.deepEqual(
      done.map(({ officer_id: by }) => by),
      [idOf(place, winner, desks[0], 'analyst')]
    )
    await loser.page.getByRole('button', { name: 'Close without action' }).last().click()
    await loser.page.getByText('This cannot be done as the case stands.').first().waitFor()
    assert.equal(await loser.page.getByLabel('Why').inputValue(), wrote)
    assert.lengthOf(await acts(place, ['close_without_action']), 1)
  }).timeout(90_000)

  test('a hold is not approved by who asked for it; of two who answer at once one is heard', async ({
    assert,
    browser,
  }) => {
    const { place, id, move } = await studied('supervisor')
    assert.equal(await move('assign', 1), 303)
    assert.equal(await move('begin_analysis', 2), 303)
    assert.equal(await move('request_hold', 3, 'weighs twice what was filed'), 303)
    const asker = await Desk.of(browser, place, 'supervisor')
    await asker.go(`/cases/${id}`)
    assert.isTrue(await asker.page.getByRole('button', { name: 'Approve the hold' }).isDisabled())
    await asker.page.getByText('A second person must do this.').first().waitFor()
    assert.equal(await move('hold', 4), 403)

    await place.hire('third', 'supervisor')
    const rival = await place.hire('rival', 'supervisor')
    const desks = [await Desk.of(browser, place, 'rival'), await Desk.of(browser, place, 'third')] as const
    const act = (desk: Desk) => (desk === desks[0] ? 'Approve the hold' : 'Refuse the hold')
    for (const desk of desks) {
      await desk.go(`/cases/${id}`)
      await desk.page.getByRole('button', { name: act(desk) }).click()
      await desk.page.getByLabel(desk === desks[0] ? 'Note' : 'Why', { exact: true }).fill('As I see it.')
    }
    const { winner, loser } = await race(
      desks,
      (desk) =>
        desk.page
          .getByRole('button', { name: act(desk) })
          .last()
          .click(),
      (page) => page.locator('textarea[name=note]').waitFor({ state: 'detached' })
    )
    await loser.page.getByText('Somebody changed this case meanwhile.').first().waitFor()
    const done = await acts(place, ['hold', 'refuse_hold'])
    assert.lengthOf(done, 1)
    assert.equal(done[0]!.act, winner === desks[0] ? 'hold' : 'refuse_hold')
    assert.equal(done[0]!.officer_id === rival.id, winner === desks[0])
  }).timeout(90_000)
})
