import { test } from '@japa/runner'
import DeskDrain from '#app/targeting/jobs/desk_drain'
import { HOUR } from '#core/kernel/instant'
import { execute } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { ask } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

const audited = async (place: Place, like: string) =>
  (
    await ask<{ action: string }>(
      place,
      `select action from tenant.audit_entries where action like '${like}' order by id`
    )
  ).map(({ action }) => action)
/** All calls of this place arrive so many minutes from now. */
const arrives = (place: Place, minutes: number) =>
  place.run(() =>
    execute(`update tenant.calls set eta = now() + make_interval(mins => ?), arrived_at = null`, [minutes])
  )

test.group('Handover', () => {
  test('is signed by who leaves and by another who takes over, once, and stays as it was signed', async ({
    assert,
  }) => {
    const place = await makePlace()
    await place.hire('next', 'analyst')
    const { alert } = await makeAlert(place)
    const analyst = await place.as('analyst')
    await analyst.post(`${place.path}/alerts/${alert}/claim`)
    const now = (await analyst.page(`${place.path}/handover`)).json.props
    assert.deepEqual(now.sheet.held, [{ officer: 'analyst person', alerts: 1 }])
    assert.isNull(now.signed)

    const signed = await analyst.post(`${place.path}/handover`, {
      note: 'The reefer of the Heron waits for its papers.',
    })
    assert.equal(signed.status, 303)
    const path = signed.location!
    assert.equal((await analyst.post(`${path}/receipt`)).status, 409, 'never who wrote it')
    // What happens afterwards changes nothing of what was signed.
    await analyst.post(`${place.path}/alerts/${alert}/release`)
    const results = await Promise.all(
      ['next', 'supervisor'].map(async (role) => (await place.as(role)).post(`${path}/receipt`))
    )
    assert.sameMembers(
      results.map(({ status }) => status),
      [303, 409],
      'one alone takes over'
    )
    const kept = (await analyst.page(path)).json.props
    assert.deepEqual(kept.sheet.held, now.sheet.held)
    assert.deepInclude(kept.signed, {
      note: 'The reefer of the Heron waits for its papers.',
      own: true,
      writer: 'analyst person',
      receiver: results[0]!.status === 303 ? 'next person' : 'supervisor person',
    })
    assert.deepEqual((await analyst.page(`${place.path}/handover`)).json.props.sheet.held, [])
    assert.deepEqual(await audited(place, 'handover.%'), ['handover.signed', 'handover.received'])
  })

  test('is read by who reads alerts and signed by who decides them', async ({ assert }) => {
    const place = await makePlace()
    const auditor = await place.as('auditor')
    assert.isFalse((await auditor.page(`${place.path}/handover`)).json.props.may.sign)
    assert.equal((await auditor.post(`${place.path}/handover`, { note: null })).status, 403)
    assert.equal((await (await place.as('inspector')).page(`${place.path}/handover`)).status, 403)
  })
})

test.group('Absences', () => {
  test('end after they begin, name another, are seen by who assigns, and are ended by oneself', async ({ assert }) => {
    const place = await makePlace()
    const { analyst, intelligence } = place.officers
    const visitor = await place.as('analyst')
    const path = `${place.path}/handover/absences`
    const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString()
    const away = { from: at(-1), until: at(8), substitute: intelligence!.id }
    assert.equal((await visitor.post(path, { ...away, until: at(-2) })).status, 422)
    assert.equal((await visitor.post(path, { ...away, substitute: analyst!.id })).status, 422)
    assert.equal(
      (await visitor.post(path, { ...away, substitute: '0199a000-0000-7000-8000-000000000000' })).status,
      404
    )
    assert.equal((await visitor.post(path, away)).status, 303)
    const listed = async (role: string) =>
      (await (await place.as(role)).page(`${place.path}/handover`)).json.props.absences as {
        id: string
        officer: string
      }[]
    const [absence] = await listed('analyst')
    assert.deepInclude(absence, { officer: 'analyst person', substitute: 'intelligence person' })
    assert.lengthOf(await listed('supervisor'), 1)
    assert.deepEqual(await listed('intelligence'), [], 'not everybody’s business')

    const { alert } = await makeAlert(place)
    const boss = await place.as('supervisor')
    const given = await boss.post(`${place.path}/alerts/assignments`, {
      alerts: [alert],
      officer: analyst!.id,
      note: null,
    })
    assert.deepEqual(given.json.done, [alert])
    const [held] = await ask<{ claimed_by: string }>(
      place,
      `select claimed_by from tenant.alerts where id = '${alert}'`
    )
    assert.equal(held!.claimed_by, intelligence!.id, 'who stands in gets it')

    assert.equal((await boss.delete(`${path}/${absence!.id}`)).status, 404, 'not by another')
    assert.equal((await visitor.delete(`${path}/${absence!.id}`)).status, 303)
    assert.equal((await visitor.delete(`${path}/${absence!.id}`)).status, 404)
    assert.deepEqual(await listed('analyst'), [])
    assert.deepEqual(await audited(place, 'absence.%'), ['absence.recorded', 'absence.ended'])
  })
})

test.group('Escalation', () => {
  const drain = (place: Place) => place.run(async () => void (await new DeskDrain().drain()))
  const told = (place: Place) =>
    ask<{ officer_id: string; subject_id: string }>(
      place,
      `select officer_id, subject_id from tenant.notifications where kind = 'alert_escalated'`
    )

  test('tells supervisors, once, when the time to decide has come, and nobody before', async ({ assert }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    const lead = 120
    await arrives(place, lead + 10)
    await drain(place)
    assert.deepEqual(await told(place), [])
    await arrives(place, lead - 1)
    await Promise.all([drain(place), drain(place)])
    await drain(place)
    assert.deepEqual(await told(place), [{ officer_id: place.officers.supervisor!.id, subject_id: alert }])
    const events = await ask<{ officer_id: string | null }>(
      place,
      `select officer_id from tenant.alert_events where kind = 'escalated'`
    )
    assert.deepEqual(events, [{ officer_id: null }])
  })

  test('tells of nothing that is decided, or whose arrival nobody told', async ({ assert }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    await arrives(place, 1)
    await (
      await place.as('analyst')
    ).post(`${place.path}/alerts/dismissals`, { alerts: [alert], reason: 'known_trade', note: null })
    await drain(place)
    await makeAlert(place)
    await place.run(() => execute(`update tenant.calls set eta = null`))
    await drain(place)
    assert.deepEqual(await told(place), [])
  })
})
