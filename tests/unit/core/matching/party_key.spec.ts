import { test } from '@japa/runner'
import { isToOrder, namesSomebody } from '#core/matching/named_party'
import { partyKey } from '#core/matching/party_key'

const named = (name: string | null, ...values: string[]) =>
  partyKey({ name, identifiers: values.map((value) => ({ type: 'NIT', value })) })

test.group('Party key', () => {
  test('an identifier goes before the name; a filler is no identifier', ({ assert }) => {
    assert.equal(named('Blue Mahoe Interiors Ltd', '123-4'), 'id:NIT:1234')
    assert.equal(named('Blue Mahoe Interiors Ltd', 'C/F'), 'name:BLUE MAHOE INTERIORS')
  })

  test('"to order" and fillers name nobody', ({ assert }) => {
    assert.isNull(named('TO THE ORDER OF BANCO DEL SUR'))
    assert.isNull(named('N/A'))
    assert.isNull(named(null))
  })

  test('"to order" is read in three languages and not inside a name', ({ assert }) => {
    for (const name of ['TO ORDER', 'To the order of X', 'A LA ORDEN', 'A L’ORDRE DE X', 'ORDER'])
      assert.isTrue(isToOrder(name), name)
    for (const name of ['ORDERLY TRADING', 'MADE TO ORDER FURNITURE LTD', 'ORDERS INC'])
      assert.isFalse(isToOrder(name), name)
    assert.isTrue(namesSomebody('Orderly Trading'))
  })
})
