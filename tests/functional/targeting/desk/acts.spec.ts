import { test } from '@japa/runner'
import { suppressRaised } from '#app/targeting/actions/suppress_raised'
import DeskDrain from '#app/targeting/jobs/desk_drain'
import { wakeSnoozed } from '#app/targeting/listeners/wake_snoozed'
import { execute, firstRow, rows } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { makePlace, type Place } from '#tests/support/world'

interface Standing {
  state: string
  step: string | null
  claimed_by: string | null
  snoozed_until: Date | null
  merged_into: string | null
}
const stateOf = (place: Place, id: string) =>
  place.run(() =>
    firstRow<Standing>(`select state, step, claimed_by, snoozed_until, merged_into from tenant.alerts where id = ?`, [
      id,
    ])
  )
const kindsOf = async (place: Place, id: string) =>
  (
    await place.run(() =>
      rows<{ kind: string }>(`select kind from tenant.alert_events where alert_id = ? order by at, id`, [id])
    )
  ).map(({ kind }) => kind)
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

test.group('Alerts: claims and steps', () => {
  test('only who holds it begins the review, and nobody on what they did not see', async ({ assert }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    const analyst = await place.as('analyst')
    const step = (who: typeof analyst, more = {}) =>
      who.post(`${place.path}/alerts/${alert}/steps`, { act: 'begin_review', reason: null, note: null, ...more })
    assert.equal((await step(analyst)).status, 409, 'it is not claimed yet')
    await analyst.post(`${place.path}/alerts/${alert}/claim`)
    assert.equal((await step(await place.as('supervisor'))).status, 403)
    const stale = await step(analyst, { seen: 1 })
    assert.deepEqual([stale.status, stale.json.message.key], [409, 'triage.refused_changed'])
    assert.deepEqual((await step(analyst, { seen: 2 })).json, { state: 'in_review' })
    assert.equal((await step(analyst, { act: 'promote' })).status, 409, 'other acts have routes of their own')
    const standing = await stateOf(place, alert)
    assert.deepEqual([standing!.state, standing!.step], ['claimed', 'in_review'])
    const done = await analyst.post(`${place.path}/alerts/dismissals`, {
      alerts: [alert],
      reason: 'known_trade',
      note: null,
    })
    assert.deepEqual(done.json.done, [alert])
    assert.isNull((await stateOf(place, alert))!.step)
  })

  test('a claim nobody works on binds nobody, and goes back by itself', async ({ assert }) => {
    const place = await makePlace()
    const [taken, left] = [(await makeAlert(place)).alert, (await makeAlert(place)).alert]
    const [analyst, supervisor] = [await place.as('analyst'), await place.as('supervisor')]
    for (const alert of [taken, left]) await analyst.post(`${place.path}/alerts/${alert}/claim`)
    await place.run(async () => assert.isFalse(await new DeskDrain().drain()))
    assert.equal((await stateOf(place, left))!.state, 'claimed', 'it is in work')
    await place.run(() => execute(`update tenant.alerts set touched_at = now() - interval '31 minutes'`))
    assert.equal((await supervisor.post(`${place.path}/alerts/${taken}/claim`)).status, 200)
    await place.run(() => new DeskDrain().drain())
    assert.equal((await stateOf(place, taken))!.claimed_by, place.officers.supervisor!.id)
    assert.equal((await stateOf(place, left))!.state, 'new')
    assert.deepEqual(await kindsOf(place, taken), ['raised', 'claimed', 'idle_released', 'claimed'])
    assert.deepEqual(await kindsOf(place, left), ['raised', 'claimed', 'idle_released'])
  })

  test('of two who decide at once one does, and the other is told', async ({ assert }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    const [analyst, supervisor] = [await place.as('analyst'), await place.as('supervisor')]
    const answers = await Promise.all([
      analyst.post(`${place.path}/alerts/dismissals`, { alerts: [alert], reason: 'known_trade', note: null }),
      supervisor.post(`${place.path}/alerts/suppressions`, {
        alerts: [alert],
        reason: 'known_trade',
        note: null,
        days: 5,
      }),
      supervisor.post(`${place.path}/alerts/snoozes`, { alerts: [alert], until: inHours(3), for: null, note: null }),
    ])
    const closing = answers.slice(0, 2).filter(({ json }) => json.done.length === 1)
    assert.lengthOf(closing, 1)
    for (const { json } of answers)
      if (json.done.length === 0) assert.equal(json.refused[0].key, 'triage.refused_closed')
    assert.include(['dismissed', 'suppressed'], (await stateOf(place, alert))!.state)
    assert.isNull((await stateOf(place, alert))!.snoozed_until)
  })
})

test.group('Alerts: snooze', () => {
  test('until a time: it wakes by the clock, by hand, and not for who does not hold it', async ({ assert }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    const [analyst, supervisor] = [await place.as('analyst'), await place.as('supervisor')]
    const snooze = { alerts: [alert], until: inHours(2), for: null, note: 'waits for the bay plan' }
    await analyst.post(`${place.path}/alerts/${alert}/claim`)
    const other = await supervisor.post(`${place.path}/alerts/snoozes`, snooze)
    assert.equal(other.json.refused[0].key, 'triage.refused_held_by_other')
    assert.deepEqual((await analyst.post(`${place.path}/alerts/snoozes`, snooze)).json.done, [alert])
    assert.deepEqual((await analyst.delete(`${place.path}/alerts/snoozes`, { alerts: [alert] })).json.done, [alert])
    await analyst.post(`${place.path}/alerts/snoozes`, snooze)
    // A claim that sleeps is not idle.
    await place.run(() => execute(`update tenant.alerts set touched_at = now() - interval '31 minutes'`))
    await place.run(() => new DeskDrain().drain())
    assert.equal((await stateOf(place, alert))!.state, 'claimed')
    await place.run(() => execute(`update tenant.alerts set snoozed_until = now() - interval '1 second'`))
    await place.run(() => new DeskDrain().drain())
    assert.isNull((await stateOf(place, alert))!.snoozed_until)
    assert.deepEqual(await kindsOf(place, alert), ['raised', 'claimed', 'snoozed', 'woken', 'snoozed', 'woken'])
    const past = await analyst.post(`${place.path}/alerts/snoozes`, { ...snooze, until: inHours(-1) })
    assert.deepEqual([past.status, past.json.message.key], [409, 'triage.refused_snooze_past'])
  })

  test('until a message: one about this cargo wakes it, one about other cargo does not', async ({ assert }) => {
    const place = await makePlace()
    const [own, other] = [await makeAlert(place), await makeAlert(place)]
    const analyst = await place.as('analyst')
    for (const { alert } of [own, other])
      await analyst.post(`${place.path}/alerts/snoozes`, {
        alerts: [alert],
        until: inHours(20),
        for: 'message',
        note: null,
      })
    const revised = {
      consignmentId: own.consignment,
      revisionId: own.consignment,
      revision: 2,
      effect: 'revised' as const,
      historical: false,
    }
    await place.run(() => wakeSnoozed({ because: 'call_changed', revisions: [revised] }))
    assert.isNotNull((await stateOf(place, own.alert))!.snoozed_until)
    await place.run(() => wakeSnoozed({ because: 'revised', revisions: [revised] }))
    assert.isNull((await stateOf(place, own.alert))!.snoozed_until)
    assert.isNotNull((await stateOf(place, other.alert))!.snoozed_until)
  })
})

test.group('Alerts: merge', () => {
  test('into one of the same party, undone by detaching; never into a weaker or an unrelated one', async ({
    assert,
  }) => {
    const place = await makePlace()
    const [one, two, high] = [
      await makeAlert(place),
      await makeAlert(place),
      await makeAlert(place, { band: 'high', score: 120 }),
    ]
    const analyst = await place.as('analyst')
    const merge = (alerts: string[], into: string) => analyst.post(`${place.path}/alerts/merges`, { alerts, into })
    assert.equal((await merge([high.alert], one.alert)).json.refused[0].key, 'triage.refused_merge_weaker')
    assert.deepEqual((await merge([one.alert], two.alert)).json.done, [one.alert])
    assert.deepEqual((await merge([two.alert], high.alert)).json.done, [two.alert])
    assert.equal((await stateOf(place, one.alert))!.merged_into, high.alert, 'what was merged before goes along')
    assert.equal((await merge([one.alert], two.alert)).json.refused[0].key, 'triage.refused_merge_closed')
    const back = await analyst.delete(`${place.path}/alerts/merges`, { alerts: [one.alert, two.alert] })
    assert.deepEqual(back.json.done, [one.alert, two.alert])
    assert.deepEqual(
      [(await stateOf(place, one.alert))!.state, (await stateOf(place, one.alert))!.merged_into],
      ['new', null]
    )
    await place.run(async () => {
      await execute(`update tenant.consignments set consignor_name = 'OTHER', consignee_name = 'OTHER' where id = ?`, [
        two.consignment,
      ])
      await execute(`delete from tenant.consignment_numbers where consignment_id = ? and kind = 'equipment'`, [
        two.consignment,
      ])
    })
    assert.equal((await merge([one.alert], two.alert)).json.refused[0].key, 'triage.refused_merge_unrelated')
    assert.equal((await merge([one.alert], one.alert)).json.refused[0].key, 'triage.refused_merge_itself')
  })
})

test.group('Alerts: supervision', () => {
  test('assigned to a colleague, taken from one with a reason only, and to a substitute while away', async ({
    assert,
  }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    const supervisor = await place.as('supervisor')
    const [analyst, intelligence] = [place.officers.analyst!.id, place.officers.intelligence!.id]
    const assign = (officer: string | null, note: string | null = null) =>
      supervisor.post(`${place.path}/alerts/assignments`, { alerts: [alert], officer, note })
    assert.deepEqual((await assign(analyst)).json.done, [alert])
    assert.equal((await assign(intelligence)).json.refused[0].key, 'triage.refused_reason_missing')
    assert.deepEqual((await assign(intelligence, 'her ship')).json.done, [alert])
    await place.run(() =>
      execute(
        `insert into tenant.officer_absences (tenant_id, id, officer_id, substitute_id, from_at, until, created_by)
         values (?, uuidv7(), ?, ?, now() - interval '1 hour', now() + interval '1 hour', ?)`,
        [place.administration.id, analyst, place.officers.supervisor!.id, analyst]
      )
    )
    assert.deepEqual((await assign(analyst, 'away')).json.done, [alert])
    assert.equal((await stateOf(place, alert))!.claimed_by, place.officers.supervisor!.id)
    assert.equal((await assign(place.officers.auditor!.id, 'no')).json.refused[0].key, 'triage.refused_nobody_such')
    assert.equal(
      (
        await (
          await place.as('analyst')
        ).post(`${place.path}/alerts/assignments`, { alerts: [alert], officer: null, note: null })
      ).status,
      403
    )
  })

  test('by load it goes to whoever is at a screen and holds fewest', async ({ assert }) => {
    const place = await makePlace()
    const alerts = [(await makeAlert(place)).alert, (await makeAlert(place)).alert, (await makeAlert(place)).alert]
    const [supervisor, analyst] = [await place.as('supervisor'), await place.as('analyst')]
    await analyst.post(`${place.path}/alerts/${alerts[0]}/claim`)
    const answer = await supervisor.post(`${place.path}/alerts/assignments`, {
      alerts: alerts.slice(1),
      officer: null,
      note: null,
    })
    assert.lengthOf(answer.json.done, 2)
    const held = await place.run(() =>
      rows<{ n: number }>(
        `select count(*)::int as n from tenant.alerts where state = 'claimed' group by claimed_by order by 1`
      )
    )
    assert.deepEqual(
      held.map(({ n }) => n),
      [1, 2]
    )
    assert.isTrue(
      (await supervisor.get(`${place.path}/alerts/colleagues`)).json.colleagues.some(
        (each: { here: boolean }) => each.here
      )
    )
  })

  test('reopened by a supervisor with a reason, by nobody else', async ({ assert }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    const [analyst, supervisor] = [await place.as('analyst'), await place.as('supervisor')]
    await analyst.post(`${place.path}/alerts/dismissals`, { alerts: [alert], reason: 'known_trade', note: null })
    const reopen = (who: typeof analyst, note: string) =>
      who.post(`${place.path}/alerts/reopenings`, { alerts: [alert], note })
    assert.equal((await reopen(analyst, 'wrong box')).status, 403)
    assert.equal((await reopen(supervisor, '')).status, 422)
    assert.deepEqual((await reopen(supervisor, 'wrong box')).json.done, [alert])
    assert.equal((await stateOf(place, alert))!.state, 'new')
  })

  test('suppressed for a time: the next of the same parties is kept and asks nobody, a high one asks', async ({
    assert,
  }) => {
    const place = await makePlace()
    const [first, high] = [await makeAlert(place), await makeAlert(place, { band: 'high', score: 120 })]
    const supervisor = await place.as('supervisor')
    const suppress = (alert: string) =>
      supervisor.post(`${place.path}/alerts/suppressions`, {
        alerts: [alert],
        reason: 'known_trade',
        note: null,
        days: 30,
      })
    assert.equal((await suppress(high.alert)).json.refused[0].key, 'triage.refused_suppress_high')
    assert.deepEqual((await suppress(first.alert)).json.done, [first.alert])
    const [next, alarming] = [await makeAlert(place), await makeAlert(place, { band: 'high', score: 130 })]
    const asks = await place.run(() => suppressRaised([{ id: next.alert }, { id: alarming.alert }]))
    assert.deepEqual(asks, [{ id: alarming.alert }])
    assert.equal((await stateOf(place, next.alert))!.state, 'suppressed')
    await supervisor.post(`${place.path}/alerts/reopenings`, { alerts: [first.alert], note: 'not so regular' })
    const later = await makeAlert(place)
    assert.lengthOf(await place.run(() => suppressRaised([{ id: later.alert }])), 1)
  })

  test('above fifty the number is typed', async ({ assert }) => {
    const place = await makePlace()
    const analyst = await place.as('analyst')
    const alerts = Array.from({ length: 51 }, () => '019ab1f4-0000-7000-8000-000000000000')
    const body = { alerts, reason: 'known_trade', note: null }
    assert.equal((await analyst.post(`${place.path}/alerts/dismissals`, body)).status, 422)
    assert.equal((await analyst.post(`${place.path}/alerts/dismissals`, { ...body, confirmed: 50 })).status, 422)
    assert.equal((await analyst.post(`${place.path}/alerts/dismissals`, { ...body, confirmed: 51 })).status, 200)
  })
})
