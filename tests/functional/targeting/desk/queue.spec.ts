import { test } from '@japa/runner'
import { execute } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { signedInUnitOfficer } from '#tests/support/unit_officers'
import { makePlace, type Place } from '#tests/support/world'
import type { Visitor } from '#tests/support/visitor'

const props = async (visitor: Visitor, place: Place, query = '') =>
  (await visitor.page(`${place.path}/triage${query}`)).json.props
const rowsOf = (shown: { groups: { rows: { alert: string }[] }[] }) =>
  shown.groups.flatMap((group) => group.rows.map(({ alert }) => alert))
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

test.group('Queue', () => {
  test('is ordered by score, time and capacity, and says what each row is worth', async ({ assert }) => {
    const place = await makePlace()
    const [soon, late, unknown] = [await makeAlert(place), await makeAlert(place), await makeAlert(place)]
    await place.run(async () => {
      await execute(`update tenant.standings set score = 80, up_to = 80`)
      await execute(
        `update tenant.calls k set eta = now() + interval '3 hours', arrived_at = null from tenant.consignments c where c.call_id = k.id and c.id = ?`,
        [soon.consignment]
      )
      await execute(
        `update tenant.calls k set eta = now() + interval '26 hours', arrived_at = null from tenant.consignments c where c.call_id = k.id and c.id = ?`,
        [late.consignment]
      )
      await execute(`update tenant.consignments set call_id = null where id = ?`, [unknown.consignment])
    })
    const shown = await props(await place.as('analyst'), place)
    assert.deepEqual(rowsOf(shown), [soon.alert, late.alert, unknown.alert])
    const worth = shown.groups.map(
      (group: { rows: { attention: { value: number; hoursLeft: number | null } }[] }) => group.rows[0]!.attention
    )
    assert.approximately(worth[0].hoursLeft, 1, 0.1)
    assert.approximately(worth[0].value, 80 / (1 + 1 / 6), 1)
    assert.isNull(worth[2].hoursLeft)
    assert.deepEqual(
      shown.groups[0].clearing,
      { verdict: 'unknown', because: 'pace' },
      'nobody decided enough yet to say'
    )
    assert.deepEqual(shown.groups[2].clearing, { verdict: 'unknown', because: 'arrival' })
  })

  test('what is snoozed, merged, missed or suppressed leaves it, and stands where it belongs', async ({ assert }) => {
    const place = await makePlace()
    const [one, two, three, four] = [
      await makeAlert(place),
      await makeAlert(place),
      await makeAlert(place),
      await makeAlert(place),
    ]
    const analyst = await place.as('analyst')
    await analyst.post(`${place.path}/alerts/snoozes`, {
      alerts: [one.alert],
      until: inHours(2),
      for: null,
      note: null,
    })
    await analyst.post(`${place.path}/alerts/merges`, { alerts: [two.alert], into: three.alert })
    await place.run(() =>
      execute(`update tenant.alerts set state = 'expired', changed_at = now() where id = ?`, [four.alert])
    )
    const all = await props(analyst, place)
    assert.deepEqual(rowsOf(all), [three.alert])
    assert.equal(all.groups[0].rows[0].merged, 1)
    assert.deepEqual([all.counts.all, all.counts.snoozed, all.counts.missed], [1, 1, 1])
    assert.deepEqual(rowsOf(await props(analyst, place, '?view=snoozed')), [one.alert])
    assert.deepEqual(rowsOf(await props(analyst, place, '?view=missed')), [four.alert])
    const open = (await props(analyst, place)).open
    assert.isTrue(open.related.some((each: { id: string; merged: boolean }) => each.id === two.alert && each.merged))
    assert.deepEqual(
      open.history.map(({ kind }: { kind: string }) => kind),
      ['raised']
    )
  })

  test('by port and by unit; rows come a hundred at a time and totals are of all', async ({ assert }) => {
    const place = await makePlace({ ports: ['JMKIN', 'JMMBJ'] })
    const [here, there] = [await makeAlert(place), await makeAlert(place)]
    await place.run(() =>
      execute(
        `update tenant.calls k set port = 'JMMBJ' from tenant.consignments c where c.call_id = k.id and c.id = ?`,
        [there.consignment]
      )
    )
    const analyst = await place.as('analyst')
    assert.deepEqual(rowsOf(await props(analyst, place, '?port=JMMBJ')), [there.alert])
    const shown = await props(analyst, place, '?rows=1')
    assert.deepEqual([shown.loaded, shown.total, rowsOf(shown).length], [1, 2, 1])
    assert.sameMembers(rowsOf(await props(analyst, place)), [here.alert, there.alert])
  })
})

test.group('Saved views', () => {
  test('are one’s own, or the unit’s; only who saved one removes it', async ({ assert }) => {
    const place = await makePlace()
    const mate = await signedInUnitOfficer(place, 'analyst', [{ ports: ['JMKIN'] }])
    const unit = (await props(mate, place)).units[0].id as string
    const save = (body: Record<string, unknown>) => mate.post(`${place.path}/triage/views`, { view: 'mine', ...body })
    assert.equal((await save({ name: 'ours', shareWith: unit })).status, 303)
    assert.equal((await save({ name: 'ours', shareWith: null })).status, 303, 'the same name takes its place')
    await save({ name: 'ours', shareWith: unit })
    const stranger = await place.as('supervisor')
    assert.deepEqual((await props(stranger, place)).views, [])
    assert.equal((await stranger.post(`${place.path}/triage/views`, { name: 'x', shareWith: unit })).status, 404)
    const [view] = (await props(mate, place)).views
    assert.deepInclude(view, { name: 'ours', filters: { view: 'mine' }, unit: 'unit', own: true })
    await place.run(() =>
      execute(`insert into tenant.unit_officers (tenant_id, unit_id, officer_id) values (?, ?, ?)`, [
        place.administration.id,
        unit,
        place.officers.supervisor!.id,
      ])
    )
    assert.equal((await props(stranger, place)).views[0].own, false)
    assert.equal((await stranger.delete(`${place.path}/triage/views/${view.id}`)).status, 404)
    assert.equal((await mate.delete(`${place.path}/triage/views/${view.id}`)).status, 303)
    assert.deepEqual((await props(mate, place)).views, [])
  })
})
