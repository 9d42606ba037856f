import { test } from '@japa/runner'
import { parties } from './dirty.js'

test.group('Row 15 | parties that name nobody, or another', () => {
  test('to order, same as consignee, as agent for', async ({ assert }) => {
    assert.deepEqual((await parties('NAD+CN+++TO THE ORDER OF EXAMPLE BANK')).codes, ['SEM-TO-ORDER'])
    assert.deepEqual((await parties('NAD+CZ+++FORWARD LTD AS AGENT FOR EXAMPLE SA')).codes, ['SEM-AS-AGENT'])
    const same = await parties('NAD+CN+++EXAMPLE SA', 'NAD+N1+++SAME AS CONSIGNEE')
    assert.equal(same.consignment.parties[1]?.name, 'EXAMPLE SA')
    assert.deepEqual(same.codes, ['SEM-SAME-AS'])
  })

  test('a bank pays for goods and does not receive them', async ({ assert }) => {
    for (const name of [
      'BANCO INVENTADO SA',
      'EXAMPLE COMMERCIAL BANK LTD',
      'BANK OF NOWHERE',
      'THE INVENTED BANK, N.A.',
    ])
      assert.deepEqual((await parties('NAD+CN+++EXAMPLE SA', `NAD+N1+++${name}`)).codes, ['SEM-BANK'], name)
    for (const name of ['WEST BANK FARMS LTD', 'EXAMPLE FOOD BANK', 'BANKS AND SONS LTD', 'BANK STREET STORES'])
      assert.deepEqual((await parties('NAD+CN+++EXAMPLE SA', `NAD+N1+++${name}`)).codes, [], name)
  })

  test('names that only resemble them', async ({ assert }) => {
    for (const name of ['ORDERLY STORES LTD', 'SAMEAS TRADING', 'AGENTS UNITED SA'])
      assert.deepEqual((await parties(`NAD+CN+++${name}`, `NAD+N1+++${name}`)).codes, [])
  })
})
