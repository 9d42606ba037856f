import { test } from '@japa/runner'
import { header } from './dirty.js'

const box = async (number: string, type: string) => {
  const { report, codes } = await header(`EQD+CN+${number}+${type}`)
  return { box: report.equipment[0], codes }
}

test.group('Row 11 | container numbers and types', () => {
  test('a check digit that fails is told, the number stays as filed', async ({ assert }) => {
    const found = await box('MSKU1234566', '22G1')
    assert.containSubset(found.box, { number: 'MSKU1234566', checkDigitValid: false })
    assert.deepEqual(found.codes, ['REF-CHECKDIGIT-CTN'])
  })

  test('a number whose fourth letter no container has', async ({ assert }) => {
    assert.deepEqual((await box('MSKX1234565', '22G1')).codes, ['REF-CHECKDIGIT-CTN'])
  })

  test('an invented type stays open', async ({ assert }) => {
    const found = await box('MSKU1234565', 'XXXX')
    assert.containSubset(found.box, { sizeType: null, sizeTypeAsFiled: 'XXXX' })
    assert.deepEqual(found.codes, ['REF-ISO-TYPE'])
  })

  test('separators in the number and usual aliases of types are repaired without a word', async ({ assert }) => {
    const found = await box('MSKU 123456-5', '45GP')
    assert.containSubset(found.box, { number: 'MSKU1234565', checkDigitValid: true, sizeType: '45G1' })
    assert.deepEqual(found.codes, [])
  })
})
