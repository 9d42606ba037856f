import { test } from '@japa/runner'
import { makeAlert } from '#tests/support/alerts'
import { makeOrder, makeSite, stateOf } from '#tests/support/casework'
import { ask } from '#tests/support/intake'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'

const stranger = async (place: Place) => {
  const visitor = new Visitor()
  await visitor.get(`${place.path}/sign-in`)
  return visitor
}
const soon = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)
const wish = (site: string) => ({
  site,
  type: 'physical',
  equipment: '',
  day: '',
  shift: '',
  until: soon(),
  overBooked: '',
})
const FINDING = {
  what: 'narcotics',
  place: 'evaporator_housing',
  quantity: '12.5',
  unit: 'kg',
  value: '100.50',
  note: '',
}
const RESULTANT = {
  result: 'resultant',
  judgement: 'confirmed_risk',
  enforcement: 'seizure',
  revenue: '',
  minutes: 95,
  reason: '',
  note: '',
}
const CLEAN = { ...RESULTANT, result: 'not_resultant', judgement: 'nothing_found', enforcement: 'none', minutes: 40 }

async function withOrder() {
  const place = await makePlace()
  const site = await makeSite(place)
  const { consignment, alert } = await makeAlert(place)
  const order = await makeOrder(place, { consignmentId: consignment, siteId: site })
  return { place, site, consignment, alert, order, path: `${place.path}/inspections/${order}` }
}

test.group('Ordering an inspection', () => {
  test('needs somebody who may, understands every field, and answers the alert', async ({ assert }) => {
    const place = await makePlace()
    const site = await makeSite(place)
    const { consignment, alert } = await makeAlert(place)
    const path = `${place.path}/consignments/${consignment}/inspections`
    const orders = () =>
      ask<{ id: string; number: string }>(place, `select id, number::text from tenant.inspection_orders`)
    assert.equal((await (await stranger(place)).post(path, wish(site))).status, 401)
    assert.equal((await (await place.as('inspector')).post(path, wish(site))).status, 403)
    const analyst = await place.as('analyst')
    const wrong = await analyst.post(path, { ...wish('x'), type: 'guess', until: 'tomorrow' })
    assert.equal(wrong.status, 422)
    assert.sameMembers(Object.keys(wrong.json.errors), ['site', 'type', 'until'])
    assert.equal((await analyst.post(path, { ...wish(site), until: '2020-01-01T10:00' })).status, 422)
    assert.lengthOf(await orders(), 0)

    assert.equal((await analyst.post(path, wish(site))).status, 303)
    assert.deepEqual(
      (await orders()).map(({ number }) => number),
      ['1']
    )
    assert.deepEqual(await ask(place, `select state from tenant.alerts where id = '${alert}'`), [{ state: 'ordered' }])
    assert.deepEqual(await ask(place, `select kind, officer_id from tenant.inspection_order_events`), [
      { kind: 'ordered', officer_id: null },
    ])
    assert.equal((await analyst.post(path, wish(site))).status, 409)
    assert.lengthOf(await orders(), 1)
    assert.lengthOf(await ask(place, `select 1 from tenant.audit_entries where action = 'inspection.ordered'`), 1)
  })

  test('takes a place, and more than there are only with a reason and an approval', async ({ assert }) => {
    const place = await makePlace()
    const site = await makeSite(place)
    const supervisor = await place.as('supervisor')
    const shift = { site, weekdays: [1, 2, 3, 4, 5, 6, 7], shift: 'day', starts: '00:00', ends: '00:00', places: 1 }
    assert.equal((await supervisor.post(`${place.path}/capacity/shifts`, shift)).status, 303)
    const options = await supervisor.get(`${place.path}/inspections/options`, { accept: 'application/json' })
    const slot = options.json.sites[0].slots[1]
    const [first, second] = [await makeAlert(place), await makeAlert(place)]
    const until = { until: slot.until.slice(0, 16), day: slot.day, shift: slot.shift }
    const analyst = await place.as('analyst')
    const post = (visitor: Visitor, consignment: string, more: object) =>
      visitor.post(`${place.path}/consignments/${consignment}/inspections`, { ...wish(site), ...more })
    assert.equal((await post(analyst, first.consignment, {})).json.errors.slot !== undefined, true)
    assert.equal((await post(analyst, first.consignment, until)).status, 303)
    const full = await post(analyst, second.consignment, until)
    assert.equal(full.status, 422)
    assert.include(full.json.errors.overBooked, '1')
    assert.equal((await post(analyst, second.consignment, { ...until, overBooked: 'the ship sails' })).status, 403)
    assert.lengthOf(await ask(place, `select 1 from tenant.inspection_orders`), 1)
    assert.equal((await post(supervisor, second.consignment, { ...until, overBooked: 'the ship sails' })).status, 303)
    const page = await supervisor.page(`${place.path}/capacity`)
    const shown = page.json.props.sites[0].slots.find((each: { day: string }) => each.day === slot.day)
    assert.deepInclude(shown, { places: 1, booked: 2 })
  })
})

test.group('An inspection', () => {
  test('goes from acceptance to a confirmed outcome, each step by who may', async ({ assert }) => {
    const { place, path, order, alert } = await withOrder()
    const inspector = await place.as('inspector')
    const supervisor = await place.as('supervisor')
    for (const act of ['accept', 'start', 'findings', 'outcome', 'refuse']) {
      assert.equal((await (await stranger(place)).post(`${path}/${act}`, {})).status, 401, act)
      assert.equal((await (await place.as('analyst')).post(`${path}/${act}`, {})).status, 403, act)
    }
    assert.equal((await inspector.post(`${path}/start`)).status, 409)
    assert.equal((await inspector.post(`${path}/accept`)).status, 303)
    assert.equal((await inspector.post(`${path}/findings`, FINDING)).status, 409)
    assert.equal((await inspector.post(`${path}/start`)).status, 303)
    assert.equal((await inspector.post(`${path}/findings`, { ...FINDING, unit: '' })).status, 422)
    assert.equal((await inspector.post(`${path}/findings`, { ...FINDING, value: '1.234' })).status, 422)
    assert.equal((await inspector.post(`${path}/outcome`, RESULTANT)).status, 422)
    assert.equal((await inspector.post(`${path}/findings`, FINDING)).status, 303)
    assert.equal((await inspector.post(`${path}/outcome`, CLEAN)).status, 422)
    assert.lengthOf(await ask(place, `select 1 from tenant.outcomes`), 0)
    assert.equal((await inspector.post(`${path}/outcome`, RESULTANT)).status, 303)
    assert.equal(await stateOf(place, order), 'done')

    for (const act of ['review', 'return']) {
      assert.equal((await (await stranger(place)).post(`${path}/${act}`, { note: 'photo' })).status, 401)
      assert.equal((await inspector.post(`${path}/${act}`, { note: 'photo' })).status, 403)
    }
    assert.equal((await supervisor.post(`${path}/return`, { note: '' })).status, 422)
    assert.equal((await supervisor.post(`${path}/return`, { note: 'weigh it again' })).status, 303)
    const [finding] = await ask<{ id: string }>(place, `select id from tenant.inspection_findings`)
    assert.equal(
      (await inspector.post(`${path}/findings`, { ...FINDING, quantity: '12.7', replaces: finding!.id })).status,
      303
    )
    assert.equal((await inspector.post(`${path}/findings/${finding!.id}/withdraw`)).status, 404)
    assert.equal((await inspector.post(`${path}/outcome`, { ...RESULTANT, minutes: 110 })).status, 303)
    assert.equal((await supervisor.post(`${path}/review`, { note: '' })).status, 303)
    assert.equal((await supervisor.post(`${path}/review`, { note: '' })).status, 409)

    const shown = (await supervisor.page(path)).json.props
    assert.deepInclude(shown.order, { state: 'reviewed', reviewer: 'supervisor person' })
    assert.deepEqual(
      shown.findings.map(({ quantity, value }: Record<string, string>) => [quantity, value]),
      [['12.7', '100.50']]
    )
    assert.deepEqual(
      shown.outcomes.map(({ minutes }: { minutes: number }) => minutes),
      [110, 95]
    )
    assert.deepInclude(shown.origins[0], { kind: 'alert', orderedBy: 'analyst person' })
    assert.deepEqual(await ask(place, `select state from tenant.alerts where id = '${alert}'`), [{ state: 'ordered' }])
    const [{ fired }] = (await ask<{ fired: string }>(
      place,
      `select reason_codes as fired from tenant.alerts where id = '${alert}'`
    )) as [{ fired: string }]
    const counted = (await supervisor.page(`${place.path}/outcomes`)).json.props.reasons as Record<string, unknown>[]
    assert.sameMembers(
      counted.filter(({ kind }) => kind === 'indicator').map(({ code }) => code),
      fired.split(' ').filter((code) => code !== '')
    )
    assert.isTrue(
      counted.every(({ examined, hits }) => examined === 1 && hits === 1),
      'one hit, although it was sent back once'
    )
  })

  test('is not reviewed by its inspector, whatever roles they hold', async ({ assert }) => {
    const { place, path, order } = await withOrder()
    const inspector = await place.as('inspector')
    for (const act of ['accept', 'start']) await inspector.post(`${path}/${act}`)
    await inspector.post(`${path}/outcome`, CLEAN)
    await place.run(async () => {
      const { execute } = await import('#platform/tenancy/database')
      await execute(
        `insert into tenant.officer_roles (tenant_id, officer_id, role_id) select tenant_id, ?, id from tenant.roles where code = 'supervisor'`,
        [place.officers.inspector!.id]
      )
    })
    const both = await place.signIn('inspector')
    const answer = await both.post(`${path}/review`, { note: '' })
    assert.equal(answer.status, 409)
    assert.equal(answer.json.message.key, 'casework.refused_own_inspection')
    assert.equal(await stateOf(place, order), 'done')
    await assert.rejects(() =>
      place.run(async () => {
        const { execute } = await import('#platform/tenancy/database')
        await execute(`update tenant.inspection_orders set reviewer_id = inspector_id where id = ?`, [order])
      })
    )
  })

  test('of another site is not there for an inspector', async ({ assert }) => {
    const { place, consignment } = await withOrder()
    const elsewhere = await makeSite(place, 'MBJ-SHED', [])
    const order = await makeOrder(place, { consignmentId: consignment, siteId: elsewhere, type: 'scan' })
    const inspector = await place.as('inspector')
    assert.equal((await inspector.page(`${place.path}/inspections/${order}`)).status, 404)
    assert.equal((await inspector.post(`${place.path}/inspections/${order}/accept`)).status, 404)
    assert.equal((await inspector.page(`${place.path}/inspections?view=all`)).json.props.total, 1)
    assert.equal((await (await place.as('supervisor')).page(`${place.path}/inspections?view=all`)).json.props.total, 2)
    assert.equal(await stateOf(place, order), 'ordered')
  })

  test('of an inspector who works here no more waits for another, and what he found stays', async ({ assert }) => {
    const { place, site, consignment, path, order } = await withOrder()
    const accepted = await makeOrder(place, { consignmentId: consignment, siteId: site, type: 'scan' })
    const finished = await makeOrder(place, { consignmentId: consignment, siteId: site, type: 'sample' })
    const inspector = await place.as('inspector')
    await inspector.post(`${place.path}/inspections/${accepted}/accept`)
    for (const at of [path, `${place.path}/inspections/${finished}`])
      for (const act of ['accept', 'start']) await inspector.post(`${at}/${act}`)
    await inspector.post(`${path}/findings`, FINDING)
    await inspector.post(`${place.path}/inspections/${finished}/outcome`, CLEAN)
    assert.equal(await stateOf(place, finished), 'done')
    const administrator = await place.as('administrator')
    const user = `${place.path}/administration/users/${place.officers.inspector!.id}`
    assert.equal((await administrator.post(`${user}/deactivation`)).status, 303)
    const open = await ask(
      place,
      `select id, state, inspector_id from tenant.inspection_orders where state <> 'done' order by id`
    )
    assert.deepEqual(
      open,
      [order, accepted].sort().map((id) => ({ id, state: 'ordered', inspector_id: null }))
    )
    assert.equal(await stateOf(place, finished), 'done', 'what is done waits for its review')
    assert.lengthOf(await ask(place, `select 1 from tenant.inspection_findings where order_id = '${order}'`), 1)
    assert.deepEqual(
      await ask(
        place,
        `select kind, reason from tenant.inspection_order_events where order_id = '${order}' order by at desc, id desc limit 1`
      ),
      [{ kind: 'ordered', reason: 'handed_over' }]
    )
    const { handovers } = (await administrator.page(user)).json.props
    assert.sameMembers(
      handovers.map((each: { kind: string; id: string }) => `${each.kind} ${each.id}`),
      [`inspection ${order}`, `inspection ${accepted}`]
    )
    assert.lengthOf(await ask(place, `select 1 from tenant.audit_entries where action = 'inspection.handed_over'`), 1)
  })

  test('refused or cancelled, its alert asks again', async ({ assert }) => {
    const { place, path, alert, order } = await withOrder()
    const inspector = await place.as('inspector')
    assert.equal((await inspector.post(`${path}/refuse`, { reason: 'because', note: '' })).status, 422)
    assert.equal((await inspector.post(`${path}/refuse`, { reason: 'no_equipment', note: '' })).status, 303)
    assert.equal(await stateOf(place, order), 'refused')
    assert.deepEqual(await ask(place, `select state from tenant.alerts where id = '${alert}'`), [{ state: 'new' }])
    const second = await withOrder()
    const analyst = await second.place.as('analyst')
    assert.equal((await (await stranger(second.place)).post(`${second.path}/cancel`, { note: 'mistake' })).status, 401)
    assert.equal(
      (await (await second.place.as('inspector')).post(`${second.path}/cancel`, { note: 'mistake' })).status,
      403
    )
    assert.equal((await analyst.post(`${second.path}/cancel`, { note: '' })).status, 422)
    assert.equal((await analyst.post(`${second.path}/cancel`, { note: 'mistake' })).status, 303)
    assert.equal(await stateOf(second.place, second.order), 'cancelled')
  })

  test('accepted by twenty at once has one winner', async ({ assert }) => {
    const { place, order } = await withOrder()
    const { acceptOrder } = await import('#app/casework/inspections/actions/move_order')
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, each) =>
        place.run(() => acceptOrder(order, place.officers[each % 2 === 0 ? 'inspector' : 'supervisor']!.id))
      )
    )
    assert.lengthOf(
      results.filter(({ ok }) => ok),
      1
    )
    assert.lengthOf(await ask(place, `select 1 from tenant.inspection_order_events where kind = 'accepted'`), 1)
  })
})

test.group('The outcome ledger', () => {
  test('counts what it can, says on how much, and tells inspectors no origin', async ({ assert }) => {
    const { place, path, site } = await withOrder()
    const inspector = await place.as('inspector')
    const random = await makeAlert(place)
    const drawn = await makeOrder(place, { consignmentId: random.consignment, siteId: site }, { kind: 'random' })
    for (const act of ['accept', 'start']) {
      await inspector.post(`${path}/${act}`)
      await inspector.post(`${place.path}/inspections/${drawn}/${act}`)
    }
    await inspector.post(`${path}/findings`, { ...FINDING, note: '=cmd|calc' })
    await inspector.post(`${path}/outcome`, RESULTANT)
    await inspector.post(`${place.path}/inspections/${drawn}/outcome`, CLEAN)
    const third = await makeAlert(place)
    await makeOrder(place, { consignmentId: third.consignment, siteId: site })

    const ledger = `${place.path}/outcomes`
    assert.equal((await (await stranger(place)).get(ledger)).status, 302)
    assert.equal((await inspector.page(ledger)).status, 403)
    const manager = await place.as('manager')
    assert.equal(
      (await manager.send('GET', `${ledger}?from=today`, { headers: { accept: 'application/json' } })).status,
      422
    )
    const { totals, lines, maySeeOrigin } = (await manager.page(ledger)).json.props
    assert.deepInclude(totals, { orders: 3, withOutcome: 2, examined: 2, minutes: 135, value: '100.50' })
    assert.deepInclude(totals.targeted, { hits: 1, of: 1 })
    assert.deepInclude(totals.random, { hits: 0, of: 1 })
    assert.isTrue(maySeeOrigin)
    assert.deepEqual(
      lines.map(({ origin }: { origin: string | null }) => origin),
      [null, 'random', 'targeted']
    )
    const only = (await manager.page(`${ledger}?result=resultant`)).json.props
    assert.equal(only.total, 1)
  })

  test('leaves as CSV that no spreadsheet runs, and the audit knows', async ({ assert }) => {
    const { place } = await withOrder()
    await ask(place, `update tenant.consignments set reference = '=HYPERLINK("x")' returning 1`)
    const manager = await place.as('manager')
    assert.equal((await (await place.as('inspector')).get(`${place.path}/outcomes.csv`)).status, 403)
    const csv = await manager.get(`${place.path}/outcomes.csv`)
    assert.equal(csv.status, 200)
    assert.include(csv.headers.get('content-type')!, 'text/csv')
    assert.include(csv.text, `"'=HYPERLINK(""x"")"`)
    assert.lengthOf(csv.text.trim().split('\r\n'), 2)
    assert.lengthOf(await ask(place, `select 1 from tenant.audit_entries where action = 'outcomes.exported'`), 1)
  })
})

test.group('Capacity', () => {
  test('is set by who may, for shifts that exist', async ({ assert }) => {
    const place = await makePlace()
    const site = await makeSite(place)
    const shifts = `${place.path}/capacity/shifts`
    const exceptions = `${place.path}/capacity/exceptions`
    const shift = { site, weekdays: [1, 7], shift: 'night', starts: '22:00', ends: '06:00', places: 4 }
    const holiday = { site, day: '2030-01-06', shift: 'night', places: 0, reason: 'holiday' }
    const manager = await place.as('manager')
    for (const [path, body] of [
      [shifts, shift],
      [exceptions, holiday],
    ] as const) {
      assert.equal((await (await stranger(place)).post(path, body)).status, 401)
      assert.equal((await (await place.as('inspector')).post(path, body)).status, 403)
      assert.equal((await manager.post(path, { ...body, places: -1 })).status, 422)
    }
    assert.equal((await manager.post(exceptions, holiday)).status, 422)
    assert.equal((await manager.post(shifts, shift)).status, 303)
    assert.equal((await manager.post(exceptions, holiday)).status, 303)
    assert.lengthOf(await ask(place, `select 1 from tenant.site_shifts where places = 4`), 2)
    assert.lengthOf(await ask(place, `select 1 from tenant.site_shift_exceptions`), 1)
    assert.equal((await manager.post(shifts, { ...shift, weekdays: [1], places: 0 })).status, 303)
    assert.lengthOf(await ask(place, `select 1 from tenant.site_shifts`), 1)
  })
})
