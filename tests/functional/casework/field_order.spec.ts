import { test } from '@japa/runner'
import { makeChecklist, type ChecklistInputs } from '#app/casework/inspections/checklist/make_checklist'
import { brokenAt, linkOf, type CustodyEntry } from '#app/casework/inspections/custody/chain'
import { makeAlert } from '#tests/support/alerts'
import { makeOrder, makeSite } from '#tests/support/casework'
import { ask } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

const FINDING = {
  what: 'narcotics',
  place: 'reefer_unit',
  quantity: '38',
  unit: 'kg',
  value: '',
  note: '',
  replaces: '',
}
const SEIZED = {
  result: 'resultant',
  judgement: 'confirmed_risk',
  enforcement: 'seizure',
  revenue: '',
  minutes: 95,
  people: 3,
  cost: '1200.50',
  reason: '',
  note: '',
}

async function underWay(place: Place, siteId: string) {
  const { consignment } = await makeAlert(place)
  const order = await makeOrder(place, { consignmentId: consignment, siteId })
  const path = `${place.path}/inspections/${order}`
  const inspector = await place.as('inspector')
  for (const act of ['accept', 'start']) await inspector.post(`${path}/${act}`)
  return { order, path, inspector }
}
const plan = async (place: Place, path: string) =>
  (await (await place.as('inspector')).page(path)).json.props.checklist as {
    code: string
    past: { finds: number; of: number; where: string } | null
    answer: string | null
  }[]

test.group('The field order', () => {
  test('names the place of a confirmed find first on the next order, for a random one alike, and can be made again', async ({
    assert,
  }) => {
    const place = await makePlace()
    const siteId = await makeSite(place)
    const { path, inspector } = await underWay(place, siteId)
    assert.notEqual((await plan(place, path))[0]!.code, 'reefer_unit')
    await inspector.post(`${path}/findings`, FINDING)
    assert.equal((await inspector.post(`${path}/outcome`, SEIZED)).status, 303)
    const waiting = await underWay(place, siteId)
    assert.notEqual((await plan(place, waiting.path))[0]!.code, 'reefer_unit', 'nobody confirmed it yet')
    assert.equal((await (await place.as('supervisor')).post(`${path}/review`, { note: '' })).status, 303)
    const next = await underWay(place, siteId)
    const { consignment } = await makeAlert(place)
    const random = await makeOrder(place, { consignmentId: consignment, siteId }, { kind: 'random' })
    for (const at of [next.path, `${place.path}/inspections/${random}`]) {
      const [first] = await plan(place, at)
      assert.equal(first!.code, 'reefer_unit')
      assert.deepInclude(first!.past, { finds: 1, of: 1 })
    }
    const kept = await ask<{ order_id: string; inputs: ChecklistInputs }>(
      place,
      `select order_id, inputs from tenant.inspection_checklists`
    )
    assert.lengthOf(kept, 4)
    for (const { order_id: id, inputs } of kept) {
      const items = await ask<{ code: string }>(
        place,
        `select code from tenant.inspection_checklist_items where order_id = ? order by position`,
        [id]
      )
      assert.deepEqual(
        items.map(({ code }) => code),
        makeChecklist(inputs).map(({ code }) => code)
      )
    }
    const { outcomes } = (await (await place.as('supervisor')).page(path)).json.props
    assert.deepInclude(outcomes[0], { people: 3, cost: '1200.50', minutes: 95 })
  })

  test('is answered line by line by its inspector, with a reason where it cannot be done', async ({ assert }) => {
    const place = await makePlace()
    const siteId = await makeSite(place)
    const { path, inspector } = await underWay(place, siteId)
    const answer = (body: object) =>
      inspector.post(`${path}/checklist`, { item: 'seal', answer: 'clear', reason: '', ...body })
    assert.equal((await (await place.as('analyst')).post(`${path}/checklist`, {})).status, 403)
    assert.equal((await answer({ answer: 'not_possible' })).status, 422)
    assert.equal((await answer({ reason: 'unsafe' })).status, 422)
    assert.equal((await answer({ item: 'no_such_line' })).status, 404)
    assert.equal((await answer({ answer: 'found' })).status, 303)
    const clean = { ...SEIZED, result: 'not_resultant', judgement: 'nothing_found', enforcement: 'none' }
    assert.equal((await inspector.post(`${path}/outcome`, clean)).status, 422, 'found, and nothing found')
    assert.equal((await answer({ answer: 'not_possible', reason: 'unsafe' })).status, 303)
    const line = (await plan(place, path)).find(({ code }) => code === 'seal')
    assert.deepInclude(line, { answer: 'not_possible', reason: 'unsafe' })
    assert.equal((await inspector.post(`${path}/outcome`, clean)).status, 303)
    assert.equal((await answer({})).status, 409)
    assert.lengthOf(await ask(place, `select 1 from tenant.audit_entries where action = 'inspection.item_answered'`), 2)
  })
})

test.group('Exhibits', () => {
  test('go from hand to hand by who holds them, and each hand is in the chain', async ({ assert }) => {
    const place = await makePlace()
    const siteId = await makeSite(place, 'KIN-YARD', ['inspector'])
    const { path, inspector, order } = await underWay(place, siteId)
    const brick = { description: 'brick in tape', quantity: '1', unit: 'kg', seal: 'S1', place: 'safe', findingId: '' }
    assert.equal((await (await place.as('investigator')).post(`${path}/exhibits`, brick)).status, 403)
    assert.equal((await inspector.post(`${path}/exhibits`, { ...brick, description: '' })).status, 422)
    assert.equal((await inspector.post(`${path}/exhibits`, brick)).status, 303)
    const [exhibit] = await ask<{ id: string }>(place, `select id from tenant.exhibits`)
    const custody = `${path}/exhibits/${exhibit!.id}/custody`
    const to = {
      reason: 'agency',
      holderId: place.officers.investigator!.id,
      holderName: '',
      place: 'unit',
      seal: 'S1',
    }
    const investigator = await place.as('investigator')
    assert.equal((await (await place.as('supervisor')).post(custody, to)).status, 403)
    assert.equal((await investigator.post(custody, to)).status, 403, 'who does not hold it takes nothing')
    assert.equal((await inspector.post(custody, { ...to, holderName: 'also' })).status, 422)
    const results = await Promise.all([inspector.post(custody, to), inspector.post(custody, to)])
    assert.sameMembers(
      results.map(({ status }) => status),
      [303, 403],
      'once'
    )
    const laboratory = { ...to, reason: 'laboratory', holderId: '', holderName: 'Laboratory', seal: 'S2' }
    assert.equal((await inspector.post(custody, laboratory)).status, 403)
    assert.equal((await investigator.post(custody, laboratory)).status, 303)
    assert.equal((await investigator.post(custody, { ...to, reason: 'returned' })).status, 303)
    assert.equal((await investigator.post(custody, { ...laboratory, reason: 'destruction' })).status, 303)
    assert.equal((await investigator.post(custody, { ...to, reason: 'returned' })).status, 409)

    const shown = (await investigator.page(path)).json.props.exhibits[0]
    assert.isNull(shown.brokenAt)
    assert.deepEqual(
      shown.custody.map(({ holder, reason }: Record<string, string>) => [holder, reason]),
      [
        ['inspector person', 'taken'],
        ['investigator person', 'agency'],
        ['Laboratory', 'laboratory'],
        ['investigator person', 'returned'],
        ['Laboratory', 'destruction'],
      ]
    )
    const hashes = await ask<{ data: { hash: string } }>(
      place,
      `select data from tenant.audit_entries where action like 'exhibit.%' order by id`
    )
    assert.deepEqual(
      hashes.map(({ data }) => data.hash),
      shown.custody.map(({ hash }: { hash: string }) => hash),
      'the sealed audit knows every link'
    )
    await assert.rejects(() =>
      place.run(async () => {
        const { execute } = await import('#platform/tenancy/database')
        await execute(`update tenant.exhibit_custody set place = 'elsewhere' where order_id = ?`, [order])
      })
    )
  })

  test('show where a chain was changed, cut or put together again', ({ assert }) => {
    const chain: (CustodyEntry & { hash: string })[] = []
    for (let position = 0; position < 4; position++) {
      const entry: CustodyEntry = {
        exhibitId: 'exhibit',
        position,
        reason: position === 0 ? 'taken' : 'storage',
        holderId: `officer ${position}`,
        holderName: null,
        place: 'safe',
        seal: null,
        at: '2026-01-01T00:00:00.000Z',
        recordedBy: 'officer',
      }
      chain.push({ ...entry, hash: linkOf(entry, chain.at(-1)?.hash ?? null) })
    }
    assert.isNull(brokenAt(chain))
    assert.isNull(brokenAt([]))
    for (const [index] of chain.entries()) {
      const changed = chain.map((entry, at) => (at === index ? { ...entry, place: 'elsewhere' } : entry))
      assert.equal(brokenAt(changed), index)
      if (index < 3) assert.equal(brokenAt(chain.filter((_, at) => at !== index)), index, 'left out')
    }
    assert.equal(brokenAt([chain[0]!, chain[2]!, chain[1]!, chain[3]!]), 1)
  })
})
