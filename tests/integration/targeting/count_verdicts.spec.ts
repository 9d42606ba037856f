import { test } from '@japa/runner'
import { DAY, HOUR } from '#core/kernel/instant'
import { countVerdicts } from '#app/targeting/queries/count_verdicts'
import { northernCelebrationMessage } from '#tests/support/fixtures/northern_celebration_message'
import { ask, file } from '#tests/support/intake'
import { makePlace } from '#tests/support/world'

const FILED_AT = Date.now() - HOUR
const ETA = `${new Date(FILED_AT + 5 * DAY).toISOString().slice(0, 10).replaceAll('-', '')}0600`

test.group('Verdicts of every indicator on the filed cargo', () => {
  test('each filed consignment is asked once, where it stands now, and nothing is stored', async ({ assert }) => {
    const place = await makePlace()
    for (const [bill, more] of [
      ['NRCL1', {}],
      ['NRCL2', { without: 'goods' }],
      ['NRCL2', { fn: '4' }],
    ] as const)
      await file(place, northernCelebrationMessage({ document: `MAN ${bill}`, bill, eta: ETA, ...more }), {
        filedAt: FILED_AT,
      })
    const counted = await place.run(countVerdicts)
    assert.equal(counted.consignments, 2)
    const of = (code: string) => counted.indicators.find((each) => each.code === code)
    assert.deepInclude(of('R02'), { hit: 2, clear: 0, unknown: 0 })
    assert.deepInclude(of('C11'), { hit: 0, clear: 0, unknown: 2, mostMissing: 'equipment.temperatureC not_carried' })
    for (const { code, hit, clear, unknown } of counted.indicators) assert.equal(hit + clear + unknown, 2, code)
    assert.lengthOf(await ask(place, `select id from tenant.assessments`), 0)
    const other = await makePlace()
    assert.equal((await other.run(countVerdicts)).consignments, 0)
  })
})
