import { test } from '@japa/runner'
import { awmds, bol, el, els } from '../../core/formats/asycuda/asycuda_texts.js'
import { told } from './dirty_asycuda.js'

const KINDS = ['TILES', 'PAPER', 'TOYS', 'PUMPS', 'YARN']
const constants = async (...figures: readonly (readonly [mass: number, volume: number])[]) => {
  const bills = figures.map(([mass, volume], at) =>
    bol(`BL000${at}`, {
      containers: '',
      goods: el(
        'Goods_segment',
        els({ Number_of_packages: at + 1, Gross_mass: mass, Volume_in_cubic_meters: volume }),
        el('Goods_description', KINDS[at] ?? 'GOODS')
      ),
    })
  )
  const { of } = await told(awmds(...bills))
  return of('SEM-CONSTANT').map(({ params }) => [params?.field, params?.value, params?.count])
}

test.group('Row 23 | defaults of programs in manifests', () => {
  test('the figures generators are known by', async ({ assert }) => {
    assert.deepEqual(await constants([2150, 20], [2150, 20], [700, 3]), [
      ['gross_mass', 2150, 2],
      ['volume_in_cubic_meters', 20, 2],
    ])
  })

  test('one weight on every bill of different goods', async ({ assert }) => {
    const same = KINDS.map((_, at) => [777, at + 1] as const)
    assert.deepEqual(await constants(...same), [['Gross_mass', 777, 5]])
  })

  const VALUED = [
    [120, 'TILES'],
    [250, 'PAPER'],
    [375, 'TOYS'],
    [410, 'PUMPS'],
    [555, 'YARN'],
  ] as const
  const ratios = async (volume: (mass: number) => number, value: (mass: number) => number, kinds = KINDS) => {
    const bills = VALUED.map(([mass], at) =>
      bol(`BL000${at}`, {
        containers: '',
        goods: el(
          'Goods_segment',
          els({ Number_of_packages: at + 1, Gross_mass: mass, Volume_in_cubic_meters: volume(mass) }),
          el('Goods_description', kinds[at] ?? 'GOODS')
        ),
        value: el('Value_segment', el('Customs_segment', els({ Customs_value: value(mass), Customs_currency: 'USD' }))),
      })
    )
    const { of } = await told(awmds(...bills))
    return of('SEM-RATIO-CONSTANT').map(({ params, at }) => [params?.field, params?.value, params?.count, at?.path])
  }

  test('a value, or a volume, worked out from the weight of different goods', async ({ assert }) => {
    const odd = (mass: number) => Math.sqrt(mass)
    assert.deepEqual(await ratios(odd, (mass) => mass * 20), [
      ['Customs_value', 20, 5, '/Awmds/Bol_segment/Value_segment/Customs_segment/Customs_value'],
    ])
    assert.deepEqual(
      (await ratios((mass) => mass / 500, odd)).map(([field, value]) => [field, value]),
      [['Volume_in_cubic_meters', 0.002]]
    )
  })

  test('one product has one price; nearly the same is not the same', async ({ assert }) => {
    const odd = (mass: number) => Math.sqrt(mass)
    assert.deepEqual(await ratios(odd, (mass) => mass * 20, Array<string>(5).fill('BANANAS')), [])
    assert.deepEqual(await ratios(odd, (mass) => mass * 20 + (mass > 500 ? 100 : 0)), [])
  })

  test('one bill may well weigh that; few bills say nothing', async ({ assert }) => {
    assert.deepEqual(await constants([2150, 20], [700, 3]), [])
    assert.deepEqual(await constants([777, 1], [777, 2], [777, 3]), [])
  })
})
