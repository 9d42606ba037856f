import { createHash, createHmac } from 'node:crypto'
import { test } from '@japa/runner'
import { revealDay } from '#app/casework/inspections/actions/reveal_day'
import { localDay } from '#app/casework/inspections/shift_times'
import { makeAlert } from '#tests/support/alerts'
import { byAnalyst, makeOrder, makeSite, stateOf } from '#tests/support/casework'
import { drawOn } from '#tests/support/drawn_world'
import { ask } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

const drawnOf = async (place: Place, order: string) =>
  (
    await ask<{ drawn_id: string | null }>(place, `select drawn_id from tenant.inspection_orders where id = ?`, [order])
  )[0]!.drawn_id

async function world(members = ['inspector', 'image_analyst']) {
  const place = await makePlace()
  const siteId = await makeSite(place, 'KIN-YARD', members)
  const order = async (by = byAnalyst(place)) =>
    makeOrder(place, { consignmentId: (await makeAlert(place)).consignment, siteId }, by)
  return { place, siteId, order }
}

test.group('Who inspects', () => {
  test('is drawn among those able, and only they are told and may accept', async ({ assert }) => {
    const { place, order } = await world()
    const id = await order()
    const [draw] = await ask<{ candidates: string[]; drawn_id: string }>(
      place,
      `select candidates::text[] as candidates, drawn_id from tenant.inspection_draws`
    )
    const two = [place.officers.inspector!.id, place.officers.image_analyst!.id]
    assert.sameMembers(draw!.candidates, two)
    const [mine, other] = draw!.drawn_id === two[0] ? ['inspector', 'image_analyst'] : ['image_analyst', 'inspector']
    const path = `${place.path}/inspections/${id}`
    assert.equal((await (await place.as(other!)).post(`${path}/accept`)).status, 409)
    assert.equal((await (await place.as(other!)).post(`${path}/refuse`, { reason: 'unsafe', note: '' })).status, 409)
    assert.isFalse((await (await place.as(other!)).page(path)).json.props.may.accept)
    assert.isTrue((await (await place.as(mine!)).page(path)).json.props.may.accept)
    assert.equal((await (await place.as(mine!)).post(`${path}/accept`)).status, 303)
  })

  test('is nobody with a hand in the order, without the shift or the kind, or who stepped aside', async ({
    assert,
  }) => {
    const { place, siteId, order } = await world(['inspector', 'image_analyst', 'analyst'])
    const { inspector, image_analyst: second, analyst } = place.officers
    // The analyst is made an inspector too: whoever orders does not inspect, whatever else they are.
    await place.run(async () => {
      const { execute } = await import('#platform/tenancy/database')
      await execute(
        `insert into tenant.officer_roles (tenant_id, officer_id, role_id) select tenant_id, ?, id from tenant.roles where code = 'inspector'`,
        [analyst!.id]
      )
    })
    const manager = await place.as('manager')
    const duty = { site: siteId, officer: second!.id, shifts: [], types: ['scan'] }
    assert.equal((await manager.post(`${place.path}/capacity/duties`, duty)).status, 303)
    assert.equal((await manager.post(`${place.path}/capacity/duties`, { ...duty, types: ['guess'] })).status, 422)
    assert.equal((await (await place.as('inspector')).post(`${place.path}/capacity/duties`, duty)).status, 403)
    const id = await order()
    assert.equal(await drawnOf(place, id), inspector!.id)
    const aside = { reason: 'own_connection', note: '' }
    const visitor = await place.as('inspector')
    assert.equal((await visitor.post(`${place.path}/inspections/${id}/refuse`, aside)).status, 303)
    assert.equal(await stateOf(place, id), 'ordered', 'the order stays')
    assert.isNull(await drawnOf(place, id), 'nobody is left')
    const supervisor = await place.as('supervisor')
    assert.equal((await supervisor.post(`${place.path}/inspections/${id}/draw`)).status, 409)
    await manager.post(`${place.path}/capacity/duties`, { ...duty, types: [] })
    assert.equal((await visitor.post(`${place.path}/inspections/${id}/draw`)).status, 403)
    assert.equal((await supervisor.post(`${place.path}/inspections/${id}/draw`)).status, 303)
    assert.equal(await drawnOf(place, id), second!.id)
    assert.equal((await supervisor.post(`${place.path}/inspections/${id}/draw`)).status, 409, 'not until one likes it')
    // Of the baseline nobody ordered, so the analyst who inspects can be drawn.
    const drawn = await order({ kind: 'random' })
    const [{ candidates }] = (await ask<{ candidates: string[] }>(
      place,
      `select candidates::text[] as candidates from tenant.inspection_draws where order_id = ?`,
      [drawn]
    )) as [{ candidates: string[] }]
    assert.sameMembers(candidates, [inspector!.id, second!.id, analyst!.id])
  })

  test('changes by two people with a reason, neither of whom goes, and a person is one with two accounts', async ({
    assert,
  }) => {
    const { place, order } = await world()
    const boss = await place.hire('boss', 'supervisor')
    const twin = await place.hire('twin', 'supervisor')
    await place.run(async () => {
      const { execute } = await import('#platform/tenancy/database')
      await execute(`update tenant.officers set same_person_as = ? where id = ?`, [
        place.officers.supervisor!.id,
        twin.id,
      ])
    })
    const id = await order()
    const before = await drawnOf(place, id)
    const other = [place.officers.inspector!.id, place.officers.image_analyst!.id].find((each) => each !== before)!
    const path = `${place.path}/inspections/${id}/reassignments`
    const supervisor = await place.as('supervisor')
    const wish = { to: other, reason: 'the other one is at the laboratory' }
    assert.equal((await (await place.as('analyst')).post(path, wish)).status, 403)
    assert.equal((await supervisor.post(path, { ...wish, reason: '' })).status, 422)
    assert.equal((await supervisor.post(path, { ...wish, to: boss.id })).status, 422)
    assert.equal((await supervisor.post(path, wish)).status, 303)
    assert.equal((await supervisor.post(path, wish)).status, 409, 'one at a time')
    assert.equal(await drawnOf(place, id), before, 'nothing yet')
    const [asked] = await ask<{ id: string }>(place, `select id from tenant.inspection_reassignments`)
    const confirm = `${path}/${asked!.id}/confirm`
    assert.equal((await supervisor.post(confirm)).status, 403)
    assert.equal((await (await place.signIn('twin')).post(confirm)).status, 403)
    assert.equal(await drawnOf(place, id), before)
    const results = await Promise.all([1, 2, 3].map(async () => (await place.as('boss')).post(confirm)))
    assert.sameMembers(
      results.map(({ status }) => status),
      [303, 409, 409]
    )
    assert.equal(await drawnOf(place, id), other)
    const { assignment } = (await supervisor.page(`${place.path}/inspections/${id}`)).json.props
    assert.deepInclude(assignment.changes[0], { state: 'confirmed', decidedBy: 'boss person' })
    const shown = (await (await place.as('inspector')).page(`${place.path}/inspections/${id}`)).json.props
    assert.isNull(shown.assignment)
    const audited = await ask<{ action: string }>(
      place,
      `select action from tenant.audit_entries where action like 'inspection.reassign%' order by id`
    )
    assert.deepEqual(
      audited.map(({ action }) => action),
      ['inspection.reassignment_asked', 'inspection.reassignment_decided', 'inspection.reassigned']
    )
  })
})

test.group('The auditor', () => {
  test('reveals the key of a day that is over, and everybody can compute its draws again with nothing else', async ({
    assert,
  }) => {
    const { place, order } = await world()
    const id = await order()
    const candidates = [place.officers.inspector!.id, place.officers.image_analyst!.id].sort()
    const day = '2026-01-07'
    await drawOn(place, day, id, candidates)
    const auditor = await place.as('auditor')
    const today = localDay(Date.now(), place.administration.timezone)
    for (const role of ['supervisor', 'inspector', 'administrator']) {
      assert.equal((await (await place.as(role)).page(`${place.path}/draws`)).status, 403, role)
      assert.equal((await (await place.as(role)).post(`${place.path}/draws/${day}/reveal`)).status, 403, role)
    }
    assert.equal((await auditor.post(`${place.path}/draws/${today}/reveal`)).status, 409, 'today stays sealed')
    assert.equal((await auditor.page(`${place.path}/draws/2026-01-08`)).status, 404)
    const sealed = (await auditor.page(`${place.path}/draws/${day}`)).json.props
    assert.deepEqual(sealed.reveals, [])
    assert.equal(sealed.draws[0].check, 'sealed')
    assert.equal((await auditor.post(`${place.path}/draws/${day}/reveal`)).status, 303)
    assert.isTrue((await place.run(() => revealDay(day, place.officers.auditor!.id))).ok, 'twice is once')
    assert.equal((await auditor.page(`${place.path}/draws/${day}`)).json.props.draws[0].check, 'holds')
    assert.lengthOf(await ask(place, `select 1 from tenant.audit_entries where action = 'draws.revealed'`), 1)

    // From here on nothing of ours is used: the file and what a page of text says.
    const proof = await auditor.send('GET', `${place.path}/draws/${day}/proof`, {})
    const [head, ...lines] = proof.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const key = Buffer.from(head.keys[0].key, 'hex')
    assert.lengthOf(lines, 1)
    for (const line of lines) {
      assert.equal(createHash('sha256').update(key).digest('hex'), line.commitment)
      const ticket = (who: string) =>
        createHmac('sha256', key)
          .update([head.procedure, 'inspector', head.administration, line.order, line.round, who].join('\n'))
          .digest('hex')
      const [smallest] = [...line.candidates].sort((a, b) => (ticket(a) < ticket(b) ? -1 : 1))
      assert.equal(smallest, line.drawn)
    }
    // Somebody who changes a row is seen.
    const { connectedAs } = await import('#tests/support/database_roles')
    await connectedAs('owner', async (client) => {
      await client.query(`alter table tenant.inspection_draws no force row level security`)
      await client.query(
        `update tenant.inspection_draws set drawn_id = case when drawn_id = $1 then $2::uuid else $1::uuid end where day = $3`,
        [...candidates, day]
      )
      await client.query(`alter table tenant.inspection_draws force row level security`)
    })
    assert.equal((await auditor.page(`${place.path}/draws/${day}`)).json.props.draws[0].check, 'differs')
  })
})
