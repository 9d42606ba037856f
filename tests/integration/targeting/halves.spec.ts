import { test } from '@japa/runner'
import { assessBatch } from '#app/targeting/actions/assess_batch'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, file } from '#tests/support/intake'
import { makePlace } from '#tests/support/world'

test.group('Two halves of what waits', () => {
  test('take everything once between them, and a consignment is always in the same one', async ({ assert }) => {
    const place = await makePlace()
    const bills = Array.from({ length: 24 }, (_, at) => ({ number: `B${at}`, goods: 'TILES' }))
    await file(place, cuscar({ bills }))
    const taken = await place.run(() => Promise.all([assessBatch(250, 0), assessBatch(250, 1)]))
    assert.equal(taken[0]! + taken[1]!, 24)
    assert.isAbove(Math.min(...taken), 0)
    const [weighed] = await ask(
      place,
      `select count(*)::int as assessments, count(distinct consignment_id)::int as consignments,
              (select count(*)::int from tenant.assessment_requests) as waiting from tenant.assessments`
    )
    assert.deepEqual(weighed, { assessments: 24, consignments: 24, waiting: 0 })
    const halves = await ask<{ halves: number }>(
      place,
      `select count(distinct get_byte(uuid_send(consignment_id), 15) & 1)::int as halves from tenant.assessments group by batch_id`
    )
    assert.deepEqual(halves, [{ halves: 1 }, { halves: 1 }])
  })
})
