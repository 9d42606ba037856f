import { test } from '@japa/runner'
import { firstRow, rows } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { makePlace } from '#tests/support/world'
import { Visitor } from '#tests/support/visitor'

const stateOf = (id: string) =>
  firstRow<{ state: string; claimed_by: string | null; decision_reason: string | null }>(
    `select state, claimed_by, decision_reason from tenant.alerts where id = ?`,
    [id]
  )

test.group('Alerts: claim', () => {
  test('one of many who claim at once wins', async ({ assert }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    const [analyst, supervisor] = [await place.as('analyst'), await place.as('supervisor')]
    const answers = await Promise.all(
      [analyst, supervisor].flatMap((visitor) =>
        [1, 2, 3].map(() => visitor.post(`${place.path}/alerts/${alert}/claim`))
      )
    )
    const winners = new Set(answers.filter((answer) => answer.status === 200).map((answer) => answer.json.holder.id))
    assert.equal(winners.size, 1)
    assert.isTrue(answers.some((answer) => answer.status === 409 && answer.json.claimed === false))
    await place.run(async () => assert.equal((await stateOf(alert))?.claimed_by, [...winners][0] as string))
  })

  test('signed out and without the permission: refused, nothing changed', async ({ assert }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    assert.equal((await new Visitor().post(`${place.path}/alerts/${alert}/claim`)).status, 403)
    const auditor = await place.as('auditor')
    assert.equal((await auditor.post(`${place.path}/alerts/${alert}/claim`)).status, 403)
    await place.run(async () => assert.equal((await stateOf(alert))?.state, 'new'))
  })

  test('an alert of another administration is not there', async ({ assert }) => {
    const [here, there] = [await makePlace(), await makePlace()]
    const { alert } = await makeAlert(there)
    const analyst = await here.as('analyst')
    assert.equal((await analyst.post(`${here.path}/alerts/${alert}/claim`)).status, 404)
    await there.run(async () => assert.equal((await stateOf(alert))?.state, 'new'))
  })
})

test.group('Alerts: dismiss', () => {
  test('with a coded reason, undone within ten seconds by the same officer only', async ({ assert }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    const analyst = await place.as('analyst')
    const done = await analyst.post(`${place.path}/alerts/dismissals`, {
      alerts: [alert],
      reason: 'known_trade',
      note: null,
    })
    assert.deepEqual([done.status, done.json.done], [200, [alert]])
    await place.run(async () =>
      assert.deepEqual(await stateOf(alert), { state: 'dismissed', claimed_by: null, decision_reason: 'known_trade' })
    )
    const other = await (await place.as('supervisor')).delete(`${place.path}/alerts/dismissals`, { alerts: [alert] })
    assert.equal(other.json.refused[0].key, 'triage.refused_undo_too_late')
    const undone = await analyst.delete(`${place.path}/alerts/dismissals`, { alerts: [alert] })
    assert.deepEqual(undone.json.done, [alert])
    const kinds = await place.run(() =>
      rows<{ kind: string }>(`select kind from tenant.alert_events where alert_id = ? order by at, id`, [alert])
    )
    assert.deepEqual(
      kinds.map((row) => row.kind),
      ['raised', 'dismissed', 'reopened']
    )
  })

  test('other needs a note, an unknown reason is refused', async ({ assert }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    const analyst = await place.as('analyst')
    for (const body of [
      { reason: 'other', note: '' },
      { reason: 'Not a code', note: null },
      { reason: 'known_trade' },
    ]) {
      const answer = await analyst.post(`${place.path}/alerts/dismissals`, {
        alerts: [alert],
        note: null,
        ...body,
        ...(body.reason === 'known_trade' ? { alerts: [] } : {}),
      })
      assert.equal(answer.status, 422, JSON.stringify(body))
    }
    await place.run(async () => assert.equal((await stateOf(alert))?.state, 'new'))
  })

  test('a code that its workflow does not know is refused', async ({ assert }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    const answer = await (
      await place.as('analyst')
    ).post(`${place.path}/alerts/dismissals`, { alerts: [alert], reason: 'because', note: null })
    assert.deepEqual([answer.status, answer.json.refused[0].key], [200, 'triage.refused_reason_missing'])
    await place.run(async () => assert.equal((await stateOf(alert))?.state, 'new'))
  })

  test('a high alert is dismissed by a supervisor, not by an analyst, and never in bulk', async ({ assert }) => {
    const place = await makePlace()
    const [high, second] = [await makeAlert(place, { band: 'high', score: 120 }), await makeAlert(place)]
    const analyst = await place.as('analyst')
    const refused = await analyst.post(`${place.path}/alerts/dismissals`, {
      alerts: [high.alert],
      reason: 'known_trade',
      note: null,
    })
    assert.equal(refused.json.refused[0].key, 'triage.refused_high_needs_supervisor')
    const supervisor = await place.as('supervisor')
    const bulk = await supervisor.post(`${place.path}/alerts/dismissals`, {
      alerts: [high.alert, second.alert],
      reason: 'known_trade',
      note: null,
    })
    assert.deepEqual([bulk.json.done, bulk.json.refused[0].key], [[second.alert], 'triage.refused_high_in_bulk'])
    const alone = await supervisor.post(`${place.path}/alerts/dismissals`, {
      alerts: [high.alert],
      reason: 'inspected_clean',
      note: null,
    })
    assert.deepEqual(alone.json.done, [high.alert])
  })

  test('what a colleague holds stays', async ({ assert }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    await (await place.as('supervisor')).post(`${place.path}/alerts/${alert}/claim`)
    const answer = await (
      await place.as('analyst')
    ).post(`${place.path}/alerts/dismissals`, { alerts: [alert], reason: 'known_trade', note: null })
    assert.equal(answer.json.refused[0].key, 'triage.refused_held_by_other')
  })
})
