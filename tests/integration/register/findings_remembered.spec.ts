import { test } from '@japa/runner'
import { historyOf, loadRevisionsForAssessment, maskConsignments } from '#app/cargo_register/published'
import { acceptOrder, reviewOrder, startOrder } from '#app/casework/inspections/actions/move_order'
import { returnOrder } from '#app/casework/inspections/actions/return_order'
import { recordFinding } from '#app/casework/inspections/actions/record_finding'
import { recordOutcome } from '#app/casework/inspections/actions/record_outcome'
import type { OrderType } from '#app/casework/inspections/codes'
import type { FindingsBefore } from '#core/facts/history'
import { DAY, type Instant } from '#core/kernel/instant'
import { makeOrder, makeSite } from '#tests/support/casework'
import type { StepBill } from '#tests/support/fixtures/cargo_steps'
import { ask } from '#tests/support/intake'
import { makeSenders, register } from '#tests/support/register'
import { makePlace, type Place } from '#tests/support/world'

const NOTHING: FindingsBefore = {
  consignee: 0,
  consignor: 0,
  consigneeClean: 0,
  container: 0,
  consignorCounterfeits: 0,
  oneHop: 0,
  withdrawn: 0,
}

async function world() {
  const place = await makePlace()
  const senders = await makeSenders(place, ['ALPHA'])
  const site = await makeSite(place)
  const filed = async (bill: StepBill, filedAt: Instant = Date.now()): Promise<string> => {
    await register(place, senders, {
      act: 'send',
      fn: 'original',
      sender: 0,
      document: `M-${bill.number}`,
      filedAt,
      bills: [bill],
    })
    const [row] = await ask<{ id: string }>(place, `select id from tenant.consignments where reference = ?`, [
      bill.number,
    ])
    return row!.id
  }
  const cancelled = (number: string) =>
    register(place, senders, {
      act: 'send',
      fn: 'cancel',
      sender: 0,
      document: `M-${number}`,
      filedAt: Date.now(),
      bills: [],
    })
  const inspected = async (consignmentId: string, what: string | null, type: OrderType = 'physical') => {
    const order = await makeOrder(place, { consignmentId, siteId: site, type })
    await examine(place, order, what)
    await place.run(() => reviewOrder(order, place.officers.supervisor!.id, null))
    return order
  }
  return { place, site, filed, cancelled, inspected }
}

async function examine(place: Place, order: string, what: string | null): Promise<void> {
  const inspector = place.officers.inspector!.id
  const done = await place.run(async () => {
    await acceptOrder(order, inspector)
    await startOrder(order, inspector)
    const finding = {
      what: what ?? '',
      place: 'floor',
      quantity: null,
      unit: null,
      valueMinor: null,
      note: null,
      replaces: null,
    }
    if (what !== null) await recordFinding(order, inspector, finding)
    return recordOutcome(order, inspector, {
      result: what === null ? 'not_resultant' : 'resultant',
      judgement: what === null ? 'nothing_found' : 'confirmed_risk',
      enforcement: 'none',
      revenueMinor: null,
      people: null,
      costMinor: null,
      minutes: 20,
      reason: null,
      note: null,
    })
  })
  if (!done.ok) throw new Error(JSON.stringify(done.error))
}

const findingsOf = async (place: Place, consignmentId: string): Promise<FindingsBefore | null> => {
  const ids = await ask<{ id: string }>(place, `select revision_id as id from tenant.consignments where id = ?`, [
    consignmentId,
  ])
  return place.run(async () => {
    const revisions = await loadRevisionsForAssessment(ids.map(({ id }) => id))
    return (await historyOf(revisions)).get(consignmentId)!.findings
  })
}

test.group('What inspections found, as history', () => {
  test('a reviewed find follows the parties, the container and who shares with them; nothing before it, nothing unreviewed', async ({
    assert,
  }) => {
    const { place, site, filed, inspected } = await world()
    const early = await filed({ number: 'EARLY' })
    assert.isNull(await findingsOf(place, early), 'no inspection yet')
    const contact = '+1 876 555 0101'
    const found = await filed({ number: 'FOUND', contact, container: 'CSQU3054383', consignor: 'Andes Export SAS' })
    await inspected(found, 'counterfeits')
    const waiting = await makeOrder(place, { consignmentId: found, siteId: site })
    await examine(place, waiting, 'counterfeits')

    const same = await filed({ number: 'SAME', consignor: 'Andes Export SAS' })
    const again = (await findingsOf(place, same))!
    assert.approximately(again.consignee, 1, 0.001)
    assert.approximately(again.consignor, 1, 0.001)
    assert.deepInclude(again, { consignorCounterfeits: 1, consigneeClean: 0, container: 0, oneHop: 0 })
    assert.deepEqual(await findingsOf(place, early), NOTHING, 'what was found later is not seen')

    const other = { consignor: 'Fern Gully Foods', consignee: 'Somebody Else Ltd' }
    const sharing = await filed({ number: 'SHARING', ...other, contact })
    assert.deepEqual(await findingsOf(place, sharing), { ...NOTHING, oneHop: 1 })
    const boxed = await filed({ number: 'BOXED', ...other, container: 'CSQU3054383' })
    assert.deepEqual(await findingsOf(place, boxed), { ...NOTHING, container: 1, oneHop: 1 })
    const stranger = await filed({ number: 'STRANGER', ...other })
    assert.deepEqual(await findingsOf(place, stranger), NOTHING)
  }).timeout(60_000)

  test('a find loses half of its weight in 18 months, and a corrected outcome takes its place', async ({ assert }) => {
    const { place, site, filed, inspected } = await world()
    const first = await filed({ number: 'FIRST' })
    await inspected(first, 'narcotics')
    const later = await filed({ number: 'LATER' }, Date.now() + 548 * DAY)
    assert.approximately((await findingsOf(place, later))!.consignee, 0.5, 0.001)

    const order = await makeOrder(place, { consignmentId: first, siteId: site })
    await examine(place, order, 'narcotics')
    await place.run(() => returnOrder(order, place.officers.supervisor!.id, 'weigh it'))
    assert.approximately((await findingsOf(place, later))!.consignee, 0.5, 0.001, 'not reviewed')
    await inspected(first, null, 'scan')
    assert.deepInclude(await findingsOf(place, await filed({ number: 'SOON' })), { consigneeClean: 1 })
  }).timeout(60_000)

  test('cargo withdrawn before its inspection and filed again by the same two; erasure takes the parties and leaves the container', async ({
    assert,
  }) => {
    const { place, site, filed, cancelled, inspected } = await world()
    const held = await filed({ number: 'HELD' })
    await makeOrder(place, { consignmentId: held, siteId: site })
    const before = await filed({ number: 'BEFORE' })
    await cancelled('HELD')
    const again = await filed({ number: 'AGAIN' })
    assert.deepInclude(await findingsOf(place, again), { withdrawn: 1 })
    assert.deepInclude(await findingsOf(place, before), { withdrawn: 0 })
    assert.deepInclude(await findingsOf(place, await filed({ number: 'OTHER', consignor: 'Andes Export SAS' })), {
      withdrawn: 0,
    })

    const boxed = await filed({ number: 'BOX', container: 'CSQU3054383' })
    await inspected(boxed, 'weapons')
    await place.run(() => maskConsignments([boxed], { at: new Date(), rule: 'subject_request' }))
    const next = await filed({ number: 'NEXT', container: 'CSQU3054383' })
    assert.deepInclude(await findingsOf(place, next), { consignee: 0, consignor: 0, container: 1 })
  }).timeout(60_000)
})
