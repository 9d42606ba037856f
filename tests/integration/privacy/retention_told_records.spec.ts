import { test } from '@japa/runner'
import { registerExamination, registerPermit } from '#app/cargo_register/published'
import { findSender } from '#app/intake/published'
import { setHold } from '#app/privacy/actions/legal_holds'
import { runRetention } from '#app/privacy/actions/run_retention'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { blankExamination, blankPermit } from '#sdk'
import { makeOrder, makeSite } from '#tests/support/casework'
import { ask } from '#tests/support/intake'
import { fileCargo } from '#tests/support/privacy'
import { makePlace, type Place } from '#tests/support/world'

const DAY = 86_400_000
const START = Date.now()
const run = (place: Place, days: number) =>
  place.run(() => runRetention(new Date(START + days * DAY), { dryRun: false }))
const billOf = async (place: Place, id: string) =>
  (await ask<{ reference: string }>(place, `select reference from tenant.consignments where id = ?`, [id]))[0]!
    .reference

/** A permit and a result that name this bill. */
async function tell(place: Place, bill: string, number: string): Promise<void> {
  await place.run(async () => {
    const sender = await findSender('ASYCUDA')
    const filing = { messageId: uuidv7(), sender, filedAt: START, historical: false }
    const holder = { name: 'SECRET HOLDER', identifiers: [{ type: 'TRN', value: '101234567' }] }
    const goods = [{ hsCode: '0803', description: 'SECRET GOODS', quantity: '1', unit: 'KGM' }]
    const permit = { ...blankPermit('ASYCUDA_LPCO'), number, holder, goods, transportDocuments: [bill] }
    await unitOfWork(() => registerPermit(permit, filing))
    const examination = {
      ...blankExamination('ASYCUDA_INSPECTION_ACT'),
      ...{ number, transportDocuments: [bill], note: 'SECRET NOTE' },
      examiner: { identifier: 'SECRET', name: 'SECRET EXAMINER' },
      findings: [{ what: 'waste' as const, place: null, quantity: null, unit: null, note: 'SECRET WORDS' }],
    }
    await unitOfWork(() => registerExamination(examination, { ...filing, systemId: uuidv7() }))
  })
}

const kept = async (place: Place) =>
  place.run(async () => {
    const count = async (sql: string) => (await firstRow<{ count: number }>(sql))!.count
    return {
      permits: await count(`select count(*)::int as count from tenant.permits`),
      examinations: await count(`select count(*)::int as count from tenant.examinations`),
      keys: await count(`select count(*)::int as count from tenant.record_keys`),
      secret: await count(
        `select (select count(*) from tenant.permits p where p::text like '%SECRET%')::int + (select count(*) from tenant.examinations e where e::text like '%SECRET%')::int as count`
      ),
    }
  })

test.group('Retention of what national systems told', () => {
  test('names and words go first, then all of it; a hold of the cargo holds both', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await fileCargo(place, 'TOLD')
    await tell(place, await billOf(place, cargo.first), 'A')
    await tell(place, await billOf(place, cargo.second), 'B')
    const set = await place.run(() =>
      setHold(
        {
          ...{ scope: 'consignment', subjectId: cargo.second, partyKey: null, from: null, until: null },
          ...{ reason: 'a court asked for it', authority: 'Court of Example' },
        },
        place.officers.privacy_officer!.id
      )
    )
    assert.isTrue(set.ok)
    await run(place, 1800)
    assert.deepEqual(await kept(place), { permits: 2, examinations: 2, keys: 4, secret: 4 }, 'not yet')
    await run(place, 1827)
    assert.deepEqual(await kept(place), { permits: 2, examinations: 2, keys: 4, secret: 2 }, 'those of the held cargo')
    const [masked] = await ask<{ goods: unknown; findings: unknown }>(
      place,
      `select p.goods, e.findings from tenant.permits p join tenant.examinations e on e.number = p.number where p.number = 'A'`
    )
    assert.deepEqual(masked, {
      goods: [{ hsCode: '0803', description: null, quantity: '1', unit: 'KGM' }],
      findings: [{ what: 'waste', place: null, quantity: null, unit: null, note: null }],
    })
    await run(place, 2557 + 40)
    assert.deepEqual(await kept(place), { permits: 1, examinations: 1, keys: 2, secret: 2 }, 'what is held stays')
  }).timeout(60_000)

  test('a result that answers an order is kept as long as the order', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await fileCargo(place, 'ANSWER')
    await tell(place, await billOf(place, cargo.first), 'A')
    const order = await makeOrder(place, { consignmentId: cargo.first, siteId: await makeSite(place) })
    await place.run(async () => {
      await execute(`update tenant.inspection_orders set state = 'done', closed_at = now() where id = ?`, [order])
      await execute(
        `insert into tenant.examination_orders (tenant_id, examination_id, order_id, standing) select tenant_id, id, ?, 'taken' from tenant.examinations`,
        [order]
      )
      await execute(
        `insert into tenant.outcomes (tenant_id, id, order_id, result, judgement, code_edition, position, told_by)
         select tenant_id, uuidv7(), ?, 'resultant', 'confirmed_risk', 2, 1, id from tenant.examinations`,
        [order]
      )
      await execute(
        `insert into tenant.inspection_findings (tenant_id, id, order_id, what, place, code_edition, told_by)
         select tenant_id, uuidv7(), ?, 'waste', 'other', 2, id from tenant.examinations`,
        [order]
      )
    })
    await run(place, 2557 + 40)
    assert.equal((await kept(place)).examinations, 1, 'its order found something and is kept for ten years')
    await run(place, 3652 + 40)
    assert.lengthOf(await ask(place, `select 1 from tenant.inspection_orders`), 0)
    assert.equal((await kept(place)).examinations, 0)
  }).timeout(60_000)
})
