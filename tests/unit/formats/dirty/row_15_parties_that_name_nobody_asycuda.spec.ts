import { test } from '@japa/runner'
import { newCodes, plain } from './dirty_asycuda.js'

const notify = async (name: string) => {
  const result = await plain('<Notify_name>SAME AS CONSIGNEE<', `<Notify_name>${name}<`)
  return { party: result.first.consignment.parties.find(({ role }) => role === 'notify'), result }
}

test.group('Row 15 | parties of manifests that name nobody', () => {
  test('“Null” and its like are defaults of a program: nobody is called that', async ({ assert }) => {
    for (const name of ['Null', 'N/A', '-', '.']) {
      const { party, result } = await notify(name)
      assert.isUndefined(party)
      assert.include(newCodes(result), 'SEM-CONSTANT')
      assert.deepInclude(result.of('SEM-CONSTANT')[0], { severity: 'info' })
    }
  })

  test('same as, to order, as agent', async ({ assert }) => {
    assert.equal((await notify('SAME AS SHIPPER')).party?.name, 'EXAMPLE EXPORT SA')
    const order = await plain('EXAMPLE IMPORTS LTD', 'TO ORDER OF EXAMPLE BANK')
    assert.include(newCodes(order), 'SEM-TO-ORDER')
    const agent = await plain('EXAMPLE EXPORT SA', 'EXAMPLE CARGO AS AGENT FOR SOMEBODY')
    assert.include(newCodes(agent), 'SEM-AS-AGENT')
  })

  test('a bank as notify party', async ({ assert }) => {
    assert.include(newCodes((await notify('BANCO INVENTADO SA')).result), 'SEM-BANK')
    assert.notInclude(newCodes((await notify('WEST BANK FARMS LTD')).result), 'SEM-BANK')
  })

  test('codes of zeros name nobody', async ({ assert }) => {
    const { first } = await plain('<Consignee_code>001234567<', '<Consignee_code>000<')
    assert.deepEqual(first.consignment.parties[1]?.identifiers, [])
  })

  test('names that only contain such words', async ({ assert }) => {
    const { party, result } = await notify('NULLARBOR ORDER TRADING LTD')
    assert.equal(party?.name, 'NULLARBOR ORDER TRADING LTD')
    assert.notInclude(newCodes(result), 'SEM-CONSTANT')
  })
})
