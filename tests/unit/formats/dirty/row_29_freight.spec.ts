import { test } from '@japa/runner'
import { parties } from './dirty.js'

const freight = async (...segments: readonly string[]) => {
  const { consignment, codes } = await parties(...segments)
  return { freight: consignment.freight, codes }
}

test.group('Row 29 | freight of nothing', () => {
  test('zero and NCV are not known, not free', async ({ assert }) => {
    for (const amount of ['0:USD', '0.00:USD', 'NCV:USD', 'NVD'])
      assert.deepEqual(await freight(`MOA+144:${amount}`), { freight: null, codes: [] })
  })

  test('ZZZ and XXX are no currencies', async ({ assert }) => {
    for (const currency of ['ZZZ', 'XXX']) {
      const found = await freight(`MOA+144:1500:${currency}`)
      assert.deepEqual(found.freight, { amount: '1500', currency: null, payment: null })
      assert.deepEqual(found.codes, ['REF-CURRENCY'])
    }
  })

  test('a small freight, prepaid, is what it says', async ({ assert }) => {
    const found = await freight('MOA+144:0.5:USD', 'CPI+4++P')
    assert.deepEqual(found, { freight: { amount: '0.5', currency: 'USD', payment: 'prepaid' }, codes: [] })
  })
})

test.group('Row 29 | value of nothing', () => {
  const value = async (...segments: readonly string[]) => {
    const { consignment, codes } = await parties(...segments)
    return { value: consignment.value, codes }
  }

  test('the value of the goods is told apart from the freight, and zero is none', async ({ assert }) => {
    assert.deepEqual(await value('MOA+40:98.5:USD', 'MOA+144:12:USD'), {
      value: { amount: '98.5', currency: 'USD' },
      codes: [],
    })
    for (const amount of ['0:USD', 'NCV:USD'])
      assert.deepEqual(await value(`MOA+40:${amount}`), { value: undefined, codes: [] })
    assert.deepEqual(await value('MOA+43:98.5:ZZZ'), {
      value: { amount: '98.5', currency: null },
      codes: ['REF-CURRENCY'],
    })
  })
})
