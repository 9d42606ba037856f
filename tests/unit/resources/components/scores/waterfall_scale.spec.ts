import { test } from '@japa/runner'
import fc from 'fast-check'
import { assertSum, scaleOf } from '../../../../../resources/components/scores/waterfall_scale.js'
import type { Layer, ReasonView } from '../../../../../resources/props/assessment.js'

const CUTS = { medium: 50, high: 100 }
const reason = (counted: number, points = counted, layer: Layer = 'deductive'): ReasonView => ({
  code: 'R01',
  version: 1,
  title: { key: 'a.b', params: {} },
  layer,
  group: 'geography',
  threats: [],
  points,
  counted,
  groupUsed: counted,
  groupCap: 45,
  hard: false,
  source: null,
  evidence: [],
  profiles: [],
})

test.group('Waterfall on its axis', () => {
  test('refuses reasons that do not sum to the score', ({ assert }) => {
    assert.throws(() => assertSum([reason(25), reason(20)], 44), 'Waterfall: reasons sum to 45, the score is 44')
    assert.doesNotThrow(() => assertSum([reason(25), reason(-5)], 20))
  })

  test('each bar begins where the one before ended; relief goes back', ({ assert }) => {
    const { bars } = scaleOf([reason(25), reason(20), reason(-10)], 35, null, CUTS)
    assert.closeTo(bars[1]!.from, bars[0]!.from + bars[0]!.width, 1e-9)
    assert.isTrue(bars[2]!.back)
    assert.closeTo(bars[2]!.from + bars[2]!.width, bars[1]!.from + bars[1]!.width, 1e-9)
    assert.deepEqual(
      bars.map(({ running }) => running),
      [25, 45, 35]
    )
  })

  test('points over the cap are hollow, the unknown end stands after the score', ({ assert }) => {
    const { bars, upTo } = scaleOf([reason(2, 20)], 2, 64, CUTS)
    assert.closeTo(bars[0]!.capped, bars[0]!.width * 9, 1e-9)
    assert.closeTo(upTo!.from, bars[0]!.width, 1e-9)
    assert.isNull(scaleOf([reason(2)], 2, 2, CUTS).upTo)
  })

  test('nothing leaves the axis, and the layers fill exactly the score (any reasons)', ({ assert }) => {
    const layer = fc.constantFrom<Layer>('deductive', 'inductive', 'predictive')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 40 }), layer), { maxLength: 14 }),
        fc.integer({ min: 0, max: 200 }),
        (raw, more) => {
          const reasons = raw.map(([counted, over, of]) => reason(counted, counted + over, of))
          const total = raw.reduce((sum, [counted]) => sum + counted, 0)
          const scale = scaleOf(reasons, total, total + more, CUTS)
          for (const bar of scale.bars) assert.isAtMost(bar.from + bar.width + bar.capped, 100.000001)
          const filled = scale.layers.reduce((sum, { width }) => sum + width, 0)
          assert.closeTo(
            filled,
            scale.bars.reduce((sum, { width }) => sum + width, 0),
            1e-6
          )
        }
      )
    )
  })
})
