import { test } from '@japa/runner'
import { taxIdsIn } from '#core/formats/texts/tax_ids'
import { parties } from './dirty.js'

const identifiers = async (name: string, address = '1 QUAY ST') => {
  const { consignment, codes } = await parties(`NAD+CN+++${name}+${address}+KINGSTON`)
  return { identifiers: [...(consignment.parties[0]?.identifiers ?? [])], codes }
}

test.group('Row 14 | taxpayer numbers inside name and address', () => {
  test('behind the word for them, dots and dashes gone', async ({ assert }) => {
    for (const [text, type, value] of [
      ['EXAMPLE SA CUIT?: 20-12345678-6', 'CUIT', '20123456786'],
      ['EXAMPLE LTDA CNPJ 11.222.333/0001-81', 'CNPJ', '11222333000181'],
      ['EXAMPLE SAC RUC 20555123451', 'RUC', '20555123451'],
      ['EXAMPLE SPA RUT 12.345.678-5', 'RUT', '123456785'],
      ['EXAMPLE CO LTD USCI?: 91350100M000100Y43', 'USCI', '91350100M000100Y43'],
      ['EXAMPLE GMBH EORI NO DE123456789', 'EORI', 'DE123456789'],
      ['EXAMPLE PVT LTD PAN ABCDE1234F', 'PAN', 'ABCDE1234F'],
    ] as const) {
      assert.deepEqual(await identifiers(text), { identifiers: [{ type, value }], codes: [] })
    }
    const inAddress = await identifiers('EXAMPLE SA', 'AV 1 NIT 1234567K')
    assert.deepEqual(inAddress.identifiers, [{ type: 'NIT', value: '1234567K' }])
  })

  test('one that fails its check digits is kept as filed, and told', async ({ assert }) => {
    for (const text of [
      'EXAMPLE SA CUIT 20-12345678-7',
      'EXAMPLE LTDA CNPJ 11.222.333/0001-82',
      'EXAMPLE SPA RUT 12.345.678-6',
      'EXAMPLE CO USCI 91350100M000100Y44',
    ]) {
      const found = await identifiers(text)
      assert.lengthOf(found.identifiers, 1)
      assert.deepEqual(found.codes, ['REF-CHECKDIGIT-TAXID'])
    }
  })

  test('words that hold the letters, and numbers that are none', async ({ assert }) => {
    for (const text of ['PANAMA 12345 TRADERS', 'CIRCUIT 20123456786', 'UNIT 1234567', 'RUC PENDING', 'CUIT 12345'])
      assert.deepEqual(await identifiers(text), { identifiers: [], codes: [] })
  })

  test('a long text costs no more than its beginning', ({ assert }) => {
    assert.deepEqual(taxIdsIn(`${'X'.repeat(5000)} RUC 20555123451`), [])
  })
})
