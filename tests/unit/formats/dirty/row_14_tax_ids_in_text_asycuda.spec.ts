import { test } from '@japa/runner'
import { newCodes, plain } from './dirty_asycuda.js'

const consignee = async (name: string) => {
  const result = await plain('<Consignee_name>EXAMPLE IMPORTS LTD<', `<Consignee_name>${name}<`)
  return { party: result.first.consignment.parties[1], provenance: result.first.provenance, codes: newCodes(result) }
}

test.group('Row 14 | taxpayer numbers inside names of manifests', () => {
  test('behind the word for them, after the code of the party, at their place', async ({ assert }) => {
    const { party, provenance, codes } = await consignee('EXAMPLE LTDA CNPJ 11.222.333/0001-81')
    assert.deepEqual(party?.identifiers, [
      { type: 'code', value: '001234567' },
      { type: 'CNPJ', value: '11222333000181' },
    ])
    assert.equal(provenance['parties.1.identifiers.1']?.[0]?.tag, 'Consignee_name')
    assert.deepEqual(codes, [])
  })

  test('one that fails its check digits is kept as filed, and told', async ({ assert }) => {
    const { party, codes } = await consignee('EXAMPLE LTDA CNPJ 11.222.333/0001-82')
    assert.equal(party?.identifiers[1]?.value, '11222333000182')
    assert.deepEqual(codes, ['REF-CHECKDIGIT-TAXID'])
  })

  test('words that hold the letters are none', async ({ assert }) => {
    const { party, codes } = await consignee('CIRCUIT 20123456786 LTD')
    assert.deepEqual([party?.identifiers.length, codes], [1, []])
  })
})
