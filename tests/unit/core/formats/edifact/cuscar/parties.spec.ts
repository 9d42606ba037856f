import { test } from '@japa/runner'
import { firstOf, read } from '#sdk/testing'
import { cuscar, HEADER, PLAIN } from '../../cuscar_texts.js'

const parties = async (...nads: readonly string[]) => {
  const result = await read(cuscar(...HEADER, ...PLAIN.slice(0, 4), ...nads, ...PLAIN.slice(4)))
  return { parties: firstOf(result).consignment.parties, codes: result.codes, provenance: firstOf(result).provenance }
}

test.group('CUSCAR | parties', () => {
  test('identification and contacts', async ({ assert }) => {
    const found = await parties(
      'NAD+CN+7409000000011::9++EXAMPLE TRADING',
      'CTA+IC',
      'COM+8765550100:TE+info@example.org:EM'
    )
    assert.deepEqual(found.parties[0], {
      role: 'consignee',
      name: 'EXAMPLE TRADING',
      address: null,
      country: null,
      identifiers: [{ type: 'GLN', value: '7409000000011' }],
      contacts: [
        { type: 'phone', value: '8765550100' },
        { type: 'email', value: 'info@example.org' },
      ],
    })
  })

  test('C080 is the name, C059 and what follows the address', async ({ assert }) => {
    const found = await parties('NAD+CN+++EXAMPLE TRADING LTD+PO BOX 12:HALF WAY TREE+KINGSTON++00010+JM')
    assert.deepInclude(found.parties[0], {
      name: 'EXAMPLE TRADING LTD',
      address: 'PO BOX 12 HALF WAY TREE, KINGSTON, 00010',
      country: 'JM',
    })
    assert.equal(found.provenance['parties.0.name']?.[0]?.element, 4)
    assert.equal(found.provenance['parties.0.address']?.[0]?.element, 5)
  })

  test('lines of C058: the first is the name', async ({ assert }) => {
    const found = await parties('NAD+CZ++EXAMPLE EXPORT CO:12 HARBOUR ROAD:SHANGHAI')
    assert.deepInclude(found.parties[0], { name: 'EXAMPLE EXPORT CO', address: '12 HARBOUR ROAD, SHANGHAI' })
  })

  test('C058 beside C080 is the address', async ({ assert }) => {
    const found = await parties('NAD+CN++1234 MAIN STREET+JANE EXAMPLE++KINGSTON')
    assert.deepInclude(found.parties[0], { name: 'JANE EXAMPLE', address: '1234 MAIN STREET, KINGSTON' })
  })

  test('a single text is parted behind the legal form', async ({ assert }) => {
    const found = await parties('NAD+CZ++EXAMPLE AMERICA COMPANY LIMITED 62 PHYLLIS DRIVE')
    assert.deepInclude(found.parties[0], { name: 'EXAMPLE AMERICA COMPANY LIMITED', address: '62 PHYLLIS DRIVE' })
  })

  test('a single text that cannot be parted is both; a bare name is no address', async ({ assert }) => {
    const both = await parties('NAD+CZ++TALLER EL EJEMPLO 4A CALLE 3-20')
    assert.deepInclude(both.parties[0], {
      name: 'TALLER EL EJEMPLO 4A CALLE 3-20',
      address: 'TALLER EL EJEMPLO 4A CALLE 3-20',
    })
    const bare = await parties('NAD+CZ++TALLER EL EJEMPLO')
    assert.deepInclude(bare.parties[0], { name: 'TALLER EL EJEMPLO', address: null })
  })

  test('the strongest qualifier takes the role', async ({ assert }) => {
    const found = await parties('NAD+SU+++SUPPLIER', 'NAD+CZ+++CONSIGNOR', 'NAD+N1+++FIRST', 'NAD+NI+++SECOND')
    assert.deepEqual(
      found.parties.map(({ role, name }) => [role, name]),
      [
        ['other', 'SUPPLIER'],
        ['consignor', 'CONSIGNOR'],
        ['notify', 'FIRST'],
        ['notify', 'SECOND'],
      ]
    )
  })

  test('without a consignor the supplier is it', async ({ assert }) => {
    assert.equal((await parties('NAD+SU+++SUPPLIER')).parties[0]?.role, 'consignor')
  })

  test('tax numbers in a reference under the party', async ({ assert }) => {
    const found = await parties('NAD+CN+++EXAMPLE', 'RFF+ADZ:12345678')
    assert.deepEqual(found.parties[0]?.identifiers, [{ type: 'tax', value: '12345678' }])
  })

  test('an unknown country of a party is told and left out', async ({ assert }) => {
    const found = await parties('NAD+CN+++EXAMPLE+1 ROAD++++Q9')
    assert.isNull(found.parties[0]?.country ?? null)
    assert.deepEqual(found.codes, ['REF-COUNTRY'])
  })

  test('a notify party that is the same as the consignee is the consignee', async ({ assert }) => {
    const found = await parties('NAD+CN+++EXAMPLE TRADING+1 QUAY', 'NAD+NI+++SAME AS CONSIGNEE')
    assert.deepInclude(found.parties[1], { role: 'notify', name: 'EXAMPLE TRADING', address: '1 QUAY' })
    assert.deepEqual(found.codes, ['SEM-SAME-AS'])
  })

  test('{0} is told as {1}')
    .with([
      ['NAD+CN+++TO THE ORDER OF EXAMPLE BANK', 'SEM-TO-ORDER'],
      ['NAD+CZ+++EXAMPLE LOGISTICS AS AGENT FOR EXAMPLE LINE', 'SEM-AS-AGENT'],
    ] as const)
    .run(async ({ assert }, [nad, code]) => {
      assert.deepEqual((await parties(nad)).codes, [code])
    })

  test('names that only resemble them are names', async ({ assert }) => {
    assert.deepEqual(
      (await parties('NAD+CN+++TOORDER SUPPLIES', 'NAD+CZ+++AGENTFOR STEEL', 'NAD+NI+++SAMEASTRA LTD')).codes,
      []
    )
  })
})
