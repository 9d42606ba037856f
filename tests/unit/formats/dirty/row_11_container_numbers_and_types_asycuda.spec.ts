import { test } from '@japa/runner'
import { newCodes, plain } from './dirty_asycuda.js'

test.group('Row 11 | containers of manifests', () => {
  test('a number that fails its check digit is kept, and told', async ({ assert }) => {
    const result = await plain('MSKU1234565', 'MSKU1234566')
    const [box] = result.first.consignment.equipment
    assert.deepEqual([box?.number, box?.checkDigitValid], ['MSKU1234566', false])
    assert.deepEqual(newCodes(result), ['REF-CHECKDIGIT-CTN'])
  })

  test('a type of two digits, or an invented one, is no type', async ({ assert }) => {
    for (const type of ['40', 'XXXX']) {
      const result = await plain('<Type_of_container>22G1<', `<Type_of_container>${type}<`)
      const [box] = result.first.consignment.equipment
      assert.deepEqual([box?.sizeType, box?.sizeTypeAsFiled, newCodes(result)], [null, type, ['REF-ISO-TYPE']])
    }
  })

  test('Empty_Full: {filed} is {fullness}')
    .with([
      { filed: 'LCL', fullness: 'full' as const, codes: [] },
      { filed: 'PRT', fullness: 'full' as const, codes: [] },
      { filed: 'EMP', fullness: 'empty' as const, codes: [] },
      { filed: '1/1', fullness: null, codes: ['REF-CODE'] },
      { filed: '5/5', fullness: null, codes: ['REF-CODE'] },
      { filed: '02', fullness: null, codes: ['REF-CODE'] },
    ])
    .run(async ({ assert }, { filed, fullness, codes }) => {
      const result = await plain('<Empty_Full>FCL<', `<Empty_Full>${filed}<`)
      assert.equal(result.first.consignment.equipment[0]?.fullness ?? null, fullness)
      assert.deepEqual(newCodes(result), codes)
    })

  test('spaces and dashes in a right number are nothing', async ({ assert }) => {
    const result = await plain('MSKU1234565', 'msku 123456-5')
    assert.deepEqual([result.first.consignment.equipment[0]?.number, newCodes(result)], ['MSKU1234565', []])
  })
})
