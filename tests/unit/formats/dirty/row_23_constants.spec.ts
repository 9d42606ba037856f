import { test } from '@japa/runner'
import { read } from '#sdk/testing'
import { cuscar, HEADER } from '../../core/formats/cuscar_texts.js'

const KINDS = ['TILES', 'PAPER', 'TOYS', 'PUMPS', 'YARN', 'SHOES']
const bill = (at: number, weight: number, goods: string): readonly string[] => [
  `CNI+${at}+BL000${at}`,
  'GID+1+1:CT',
  `FTX+AAA+++${goods}`,
  `MEA+AAX+G+KGM:${weight}`,
]
const manifest = async (weights: readonly number[], kinds: readonly string[]) =>
  (await read(cuscar(...HEADER, ...weights.flatMap((weight, at) => bill(at + 1, weight, kinds[at] ?? 'GOODS'))))).codes

const measured = async (volumes: readonly number[], kinds: readonly string[]) => {
  const bills = volumes.flatMap((volume, at) => [
    ...bill(at + 1, 100 + at * 37, kinds[at] ?? 'GOODS'),
    `MEA+VOL++MTQ:${volume}`,
  ])
  const { codes, messages } = await read(cuscar(...HEADER, ...bills))
  const [found] = messages.flatMap(({ problems }) => problems.filter(({ code }) => code === 'SEM-RATIO-CONSTANT'))
  return [codes, found?.params?.value, found?.at?.tag]
}
const WORKED_OUT = [0.2, 0.274, 0.348, 0.422, 0.496]

test.group('Row 23 | defaults of programs', () => {
  test('one weight on every consignment of different goods', async ({ assert }) => {
    assert.deepEqual(await manifest([25_146, 25_146, 25_146, 25_146, 25_146], KINDS), ['SEM-CONSTANT'])
  })

  test('a volume that is the weight times one number, on different goods', async ({ assert }) => {
    assert.deepEqual(await measured(WORKED_OUT, KINDS), [['SEM-RATIO-CONSTANT'], 0.002, 'MEA'])
  })

  test('one product has one density, and measured volumes differ', async ({ assert }) => {
    assert.deepEqual((await measured(WORKED_OUT, Array<string>(5).fill('TILES')))[0], [])
    assert.deepEqual((await measured([0.21, 0.274, 0.348, 0.422, 0.496], KINDS))[0], [])
  })

  test('boxes of one product weigh the same; two weights, or few consignments, say nothing', async ({ assert }) => {
    const same = [21_500, 21_500, 21_500, 21_500, 21_500]
    assert.deepEqual(await manifest(same, Array<string>(5).fill('BANANAS')), [])
    assert.deepEqual(await manifest([...same, 21_400], KINDS), [])
    assert.deepEqual(await manifest(same.slice(1), KINDS), [])
  })
})
