import { test } from '@japa/runner'
import { addDays, localDay } from '#app/casework/inspections/shift_times'
import { wilson } from '#app/casework/interval'
import { atLeast, chancesOf } from '#core/integrity/chance'
import { makeAlert } from '#tests/support/alerts'
import { makeOrder, makeSite } from '#tests/support/casework'
import { changedDraws, drawsOf, ORDERS } from '#tests/support/changed_draws'
import { ask } from '#tests/support/intake'
import { signedInUnitOfficer } from '#tests/support/unit_officers'
import { ROLE_TEMPLATES } from '#platform/access/role_templates'
import { makePlace, type Place } from '#tests/support/world'

const propsOf = async (place: Place, query = '') =>
  (await (await place.as('auditor')).page(`${place.path}/integrity${query}`)).json.props

test.group('The integrity view', () => {
  test('compares what was assigned with what the draw gives, and says on what', async ({ assert }) => {
    const { place, friend, changed } = await changedDraws()
    const { basis, assignments, consignees, filers, overrides } = await propsOf(place)
    assert.deepInclude(basis, { orders: ORDERS, open: ORDERS, alone: 0, nobody: 0, cut: false })
    assert.deepEqual(basis.changed, { hits: changed, of: ORDERS, interval: wilson(changed, ORDERS) })

    const all = await drawsOf(place)
    assert.lengthOf(assignments, 3)
    for (const line of assignments) {
      const own = all.filter(({ drawn_id: drawn }) => drawn === line.officer.id).length
      const mine = line.officer.id === friend
      assert.deepInclude(line, { site: 'Yard KIN-YARD', able: ORDERS, drawn: own, assigned: mine ? ORDERS : 0 })
      assert.deepInclude(line, {
        given: mine ? changed : 0,
        taken: mine ? 0 : own,
        outside: mine || line.usual.low > 0,
      })
      assert.approximately(line.expected, ORDERS / 3, 1e-9)
    }

    const shares = all.map(({ candidates }) => 1 / candidates.length)
    for (const [table, party] of [
      [consignees, 'TEST IMPORTS LTD'],
      [filers, 'SNDR1'],
    ] as const) {
      const [first] = table.pairs
      assert.deepInclude(first, { able: ORDERS, met: ORDERS, given: changed, standsOut: true })
      assert.equal(first.officer.id, friend)
      assert.include(first.party.name.toUpperCase(), party)
      assert.approximately(first.lift, 3, 1e-9)
      assert.approximately(first.chance, atLeast(chancesOf(shares), ORDERS), 1e-12)
      assert.deepInclude(table, { compared: 3, tooFew: 0, orders: ORDERS })
    }
    assert.equal(consignees.pairs[0].party.id !== null, true)
    type Line = { officer: { name: string }; changesAsked: number; changesConfirmed: number }
    assert.sameDeepMembers(
      overrides.map((line: Line) => [line.officer.name, line.changesAsked, line.changesConfirmed]),
      [
        ['supervisor person', changed, 0],
        ['boss person', 0, changed],
      ]
    )

    // Of another unit's port nothing is told; before anything was drawn there is nothing.
    const elsewhere = await signedInUnitOfficer(place, 'auditor', [{ ports: ['JMMBJ'] }])
    assert.equal((await elsewhere.page(`${place.path}/integrity`)).json.props.basis.orders, 0)
    const before = await propsOf(place, '?from=2026-01-01&to=2026-01-31')
    assert.equal(before.basis.orders, 0)
    assert.deepEqual([before.assignments, before.consignees.pairs, before.overrides], [[], [], []])
    assert.isNull(before.basis.changed.interval)
  }).timeout(60_000)

  test('tells of few orders that they are too few', async ({ assert }) => {
    const place = await makePlace()
    const siteId = await makeSite(place, 'KIN-YARD', ['inspector', 'image_analyst'])
    for (let at = 0; at < 4; at++)
      await makeOrder(place, { consignmentId: (await makeAlert(place)).consignment, siteId })
    const { assignments, consignees, fewest } = await propsOf(place)
    assert.deepEqual(fewest, { able: 10, together: 5 })
    for (const line of assignments) assert.deepInclude(line, { able: 4, usual: null, outside: false })
    assert.deepInclude(consignees, { pairs: [], compared: 0, tooFew: 2 })
  })

  test('counts what was done against the rule, and not what was taken back at once', async ({ assert }) => {
    const place = await makePlace()
    const supervisor = await place.as('supervisor')
    const [kept, undone] = [
      await makeAlert(place, { band: 'high', score: 80 }),
      await makeAlert(place, { band: 'high', score: 81 }),
    ]
    const medium = await makeAlert(place, { band: 'medium', score: 55 })
    for (const { alert } of [kept, undone, medium])
      await supervisor.post(`${place.path}/alerts/dismissals`, { alerts: [alert], reason: 'known_trade', note: null })
    await supervisor.delete(`${place.path}/alerts/dismissals`, { alerts: [undone.alert] })
    await supervisor.post(`${place.path}/cases`, { title: 'Cotton', alerts: [], consignments: [kept.consignment] })
    const [study] = await ask<{ id: string }>(place, `select id from tenant.cases`)
    const move = async (act: string, body: object) =>
      (await supervisor.post(`${place.path}/cases/${study!.id}/acts/${act}`, body)).status
    assert.equal(await move('close_without_action', { version: 1, note: 'nothing', outcome: 'false_positive' }), 303)
    assert.equal(await move('reopen', { version: 2, note: 'there was something' }), 303)
    const { overrides } = await propsOf(place)
    assert.lengthOf(overrides, 1)
    const { officer, ...counts } = overrides[0]
    assert.equal(officer.name, 'supervisor person')
    assert.deepEqual(counts, {
      highDismissed: 1,
      holdsReleased: 0,
      changesAsked: 0,
      changesConfirmed: 0,
      casesReopened: 1,
      alertsReopened: 0,
    })
  })

  test('is the auditor’s alone, as a page, in the menu and as a file', async ({ assert }) => {
    const place = await makePlace()
    for (const { code: role } of ROLE_TEMPLATES) {
      const visitor = await place.as(role)
      const mine = role === 'auditor'
      const page = await visitor.page(`${place.path}/integrity`)
      assert.equal(page.status, mine ? 200 : 403, role)
      assert.equal((await visitor.get(`${place.path}/integrity.csv?table=overrides`)).status, mine ? 200 : 403, role)
      const menu = JSON.stringify((await visitor.page(`${place.path}/account`)).json.props.navigation ?? [])
      assert.equal(menu.includes('/integrity'), mine, role)
    }
  }).timeout(60_000)

  test('gives each table as a file, marked with who took it, and stands in the audit', async ({ assert }) => {
    const { place } = await changedDraws()
    const auditor = await place.as('auditor')
    const today = localDay(Date.now(), place.administration.timezone)
    const lines = { assignments: 3, consignees: 3, filers: 3, overrides: 2 }
    for (const [table, count] of Object.entries(lines)) {
      const file = await auditor.get(`${place.path}/integrity.csv?table=${table}`)
      const [head, ...rest] = file.text.trim().split('\r\n')
      assert.match(head!, /,from,to,exported$/)
      assert.lengthOf(rest, count, table)
      for (const line of rest)
        assert.match(line, new RegExp(`,${addDays(today, -89)},${today},${place.officers.auditor!.email} 20[^,]+$`))
    }
    const exported = await ask<{ data: { table: string; lines: number } }>(
      place,
      `select data from tenant.audit_entries where action = 'integrity.exported' order by id`
    )
    assert.deepEqual(Object.fromEntries(exported.map(({ data }) => [data.table, data.lines])), lines)
    assert.equal((await auditor.page(`${place.path}/integrity`)).status, 200)
    assert.lengthOf(await ask(place, `select 1 from tenant.audit_entries where action = 'integrity.opened'`), 1)
    const json = { headers: { accept: 'application/json' } }
    for (const query of ['?from=2026-02-01&to=2026-01-01', '?from=2020-01-01&to=2026-01-01', '?from=soon'])
      assert.equal((await auditor.send('GET', `${place.path}/integrity${query}`, json)).status, 422, query)
  }).timeout(60_000)
})
