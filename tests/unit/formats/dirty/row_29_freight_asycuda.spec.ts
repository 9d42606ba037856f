import { test } from '@japa/runner'
import { el, els } from '../../core/formats/asycuda/asycuda_texts.js'
import { bill, newCodes } from './dirty_asycuda.js'

const freight = async (values: Readonly<Record<string, string | number>>) => {
  const result = await bill({ value: el('Value_segment', el('Freight_segment', els(values))) })
  return {
    freight: result.first.consignment.freight,
    codes: newCodes(result).filter((code) => !code.startsWith('TOT')),
  }
}

test.group('Row 29 | freight of manifests', () => {
  test('zero of no currency is not known, not free', async ({ assert }) => {
    assert.deepEqual(await freight({ Freight_value: 0, Freight_currency: 'ZZZ' }), { freight: null, codes: [] })
    assert.deepEqual(await freight({ PC_indicator: 'PP', Freight_value: '0.00' }), {
      freight: { amount: null, currency: null, payment: 'prepaid' },
      codes: [],
    })
  })

  test('an amount of no currency keeps the amount, and is told', async ({ assert }) => {
    assert.deepEqual(await freight({ Freight_value: 950, Freight_currency: 'ZZZ' }), {
      freight: { amount: '950', currency: null, payment: null },
      codes: ['REF-CURRENCY'],
    })
  })

  test('a small freight to collect is what it says', async ({ assert }) => {
    assert.deepEqual(await freight({ PC_indicator: 'CC', Freight_value: 1, Freight_currency: 'USD' }), {
      freight: { amount: '1', currency: 'USD', payment: 'collect' },
      codes: [],
    })
  })
})

test('the customs value is kept with its currency and where it was read; zero is none', async ({ assert }) => {
  const read = async (values: Readonly<Record<string, string | number>>) => {
    const { first } = await bill({ value: el('Value_segment', el('Customs_segment', els(values))) })
    return {
      value: first.consignment.value,
      from: Object.keys(first.provenance).filter((path) => path.startsWith('value')),
    }
  }
  assert.deepEqual(await read({ Customs_value: '15000.5', Customs_currency: 'JMD' }), {
    value: { amount: '15000.5', currency: 'JMD' },
    from: ['value.amount', 'value.currency'],
  })
  assert.deepEqual(await read({ Customs_value: 0, Customs_currency: 'ZZZ' }), { value: undefined, from: [] })
})
