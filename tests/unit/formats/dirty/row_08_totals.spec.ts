import { test } from '@japa/runner'
import { GOODS, report, told } from './dirty.js'

const declaring = (...counts: readonly string[]) => told(report([], GOODS, counts))

test.group('Row 8 | totals that differ', () => {
  test('weight, packages and consignments against what was found', async ({ assert }) => {
    const { codes, consignment } = await declaring('CNT+7:2000:KGM', 'CNT+11:12', 'CNT+10:3')
    assert.deepEqual(codes, ['TOT-WEIGHT', 'TOT-PACKAGES', 'TOT-COUNT'])
    assert.equal(consignment.totals.grossWeightKg, 1000)
  })

  test('a total rounded by the sender is the same total', async ({ assert }) => {
    assert.deepEqual((await declaring('CNT+7:1004:KGM', 'CNT+11:10', 'CNT+10:1')).codes, [])
    assert.deepEqual((await declaring('CNT+7:1006:KGM')).codes, ['TOT-WEIGHT'])
  })
})
