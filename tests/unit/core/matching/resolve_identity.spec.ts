import { test } from '@japa/runner'
import { filedParty, identityKey, partyOfIdentity } from '#core/matching/identity_key'
import { resolveIdentity, type KnownForm } from '#core/matching/resolve_identity'

const form = (name: string, country: string | null, trn?: string) =>
  filedParty({ name, country, identifiers: trn ? [{ type: 'TRN', value: trn }] : [] })!
const known = (identity: string, ...of: Parameters<typeof form>): KnownForm => ({ ...form(...of), identity })

test.group('Identity of a party', () => {
  test('a key holds the country; the party without it is what a hold names', ({ assert }) => {
    const key = identityKey({ name: 'Blue Mahoe Ltd', country: 'JM', identifiers: [] })
    assert.equal(key, 'name:BLUE MAHOE@JM')
    assert.equal(partyOfIdentity(key!), 'name:BLUE MAHOE')
    assert.equal(
      identityKey({ name: null, country: null, identifiers: [{ type: 'trn', value: '12-3' }] }),
      'id:TRN:123@'
    )
    assert.isNull(identityKey({ name: 'TO ORDER', country: 'JM', identifiers: [] }))
  })

  const cases: [string, ReturnType<typeof form>, KnownForm[], string | null, string][] = [
    ['nobody is known', form('Blue Mahoe', 'JM'), [], null, 'new'],
    ['same name and country', form('Blue Mahoe', 'JM', '123'), [known('A', 'BLUE MAHOE LTD', 'JM')], 'A', 'name'],
    ['same name elsewhere', form('Blue Mahoe', 'PA'), [known('A', 'Blue Mahoe', 'JM')], null, 'new'],
    ['a country that was not filed', form('Blue Mahoe', null), [known('A', 'Blue Mahoe', 'JM')], 'A', 'name'],
    [
      'a country one of the forms lacks',
      form('Blue Mahoe', 'PA'),
      [known('A', 'Blue Mahoe', null), known('A', 'Blue Mahoe', 'JM')],
      null,
      'new',
    ],
    [
      'same number, another name',
      form('Mahoe Blue Ent.', 'JM', '123'),
      [known('A', 'X', 'JM', '1-23')],
      'A',
      'identifier',
    ],
    ['same number elsewhere', form('Blue Mahoe', 'PA', '123'), [known('A', 'Blue Mahoe', 'JM', '123')], null, 'new'],
    [
      'another number of the type',
      form('Blue Mahoe', 'JM', '98'),
      [known('A', 'Blue Mahoe', 'JM', '123')],
      null,
      'new',
    ],
    [
      'two fit',
      form('Blue Mahoe', 'JM'),
      [known('A', 'Blue Mahoe', 'JM', '12'), known('B', 'Blue Mahoe', 'JM', '21')],
      null,
      'new',
    ],
    [
      'the number goes before the name',
      form('Blue Mahoe', 'JM', '21'),
      [known('A', 'Blue Mahoe', 'JM'), known('B', 'Other', 'JM', '21')],
      'B',
      'identifier',
    ],
    ['no name is nobody’s name', form('-', 'JM', '71'), [known('A', '-', 'JM', '82')], null, 'new'],
  ]
  for (const [title, filed, of, identity, because] of cases)
    test(title, ({ assert }) => {
      assert.deepEqual(resolveIdentity(filed, of), { identity, because } as never)
      assert.deepEqual(resolveIdentity(filed, [...of].reverse()), { identity, because } as never)
    })
})
