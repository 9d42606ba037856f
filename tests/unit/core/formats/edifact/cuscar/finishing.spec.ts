import { test } from '@japa/runner'
import { read, reportOf } from '#sdk/testing'
import { cuscar, HEADER } from '../../cuscar_texts.js'

const BOXES = ['EQD+CN+MSCU6639870+45G1+++5', 'EQD+CN+TCLU4265244+22G1+++5']
const bill = (at: number, ...others: readonly string[]) => [
  `CNI+${at}+BL000${at}`,
  'LOC+9+XXYYY',
  'LOC+11+JMKIN',
  'NAD+CN+++TO THE ORDER OF SOMEBODY TEL 12345678+QUAY 1+KINGSTON+++JM',
  'GID+1+10:QQ',
  'FTX+AAA+++LITHIUM ION BATTERIES',
  'MEA+AAX+G+KGM:1000',
  'CNT+7:900',
  ...others,
]
const BILLS = [...bill(1, 'SGP+MSCU6639870'), ...bill(2, 'SGP+NOBODY1'), ...bill(3, 'SGP+TCLU4265244'), ...bill(1)]
const consignmentsOf = async (...segments: readonly string[]) =>
  reportOf(await read(cuscar(...HEADER, ...segments))).consignments
const numbersOf = async (...segments: readonly string[]) =>
  (await consignmentsOf(...segments)).map(({ consignment }) => consignment.equipment.map(({ number }) => number))

test.group('CUSCAR | consignments finished when the next opens', () => {
  test('are those that are finished at the end', async ({ assert }) => {
    const early = await consignmentsOf(...BOXES, ...BILLS)
    // A second name of the document concerns all of them, so that none is finished before it.
    const late = await consignmentsOf(...BOXES, ...BILLS, HEADER[0] ?? '')
    assert.deepEqual(JSON.parse(JSON.stringify(early)), JSON.parse(JSON.stringify(late)))
    assert.lengthOf(early, 4)
    const codes = early[1]?.problems.map(({ code }) => code) ?? []
    assert.includeMembers(codes, ['SEM-EQUIPMENT-UNDECLARED', 'REF-LOCODE', 'TOT-WEIGHT', 'SEM-TO-ORDER'])
    assert.equal(codes[0], 'SEM-EQUIPMENT-UNDECLARED')
    assert.include(early[3]?.problems.map(({ code }) => code) ?? [], 'SYN-DUP-REF')
  })

  test('wait for equipment that is filed behind them', async ({ assert }) => {
    const [first] = await consignmentsOf(...bill(1, 'SGP+MSCU6639870'), ...bill(2), ...bill(3, ...BOXES))
    assert.equal(first?.consignment.equipment[0]?.sizeTypeAsFiled, '45G1')
    assert.notInclude(first?.problems.map(({ code }) => code) ?? [], 'SEM-EQUIPMENT-UNDECLARED')
  })

  test('share the only equipment of a Message, if no second is named behind them', async ({ assert }) => {
    const [box = ''] = BOXES
    assert.deepEqual(await numbersOf(box, ...bill(1), ...bill(2)), [['MSCU6639870'], ['MSCU6639870']])
    assert.deepEqual(await numbersOf(box, ...bill(1), ...bill(2), ...bill(3, 'SGP+OTHER')), [[], [], ['OTHER']])
  })
})
