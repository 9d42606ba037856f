import { test } from '@japa/runner'
import { consignmentKeys } from '#app/cargo_register/consignment_key'
import { contentHash } from '#app/cargo_register/content'
import { fieldChanges } from '#app/cargo_register/field_changes'
import { packProvenance, unpackProvenance } from '#app/cargo_register/packed_provenance'
import type { Consignment } from '#core/cargo/consignment'

const consignment = {
  sequence: 0,
  reference: 'SB 1',
  items: [{ description: 'TILES', hsCodes: ['6907'] }],
} as unknown as Consignment

test.group('Documents of the register', () => {
  test('content does not depend on the place in the message', ({ assert }) => {
    const hash = contentHash({ consignment, usable: true })
    assert.equal(contentHash({ consignment: { ...consignment, sequence: 7 }, usable: true }), hash)
    assert.notEqual(contentHash({ consignment, usable: false }), hash)
    assert.notEqual(contentHash({ consignment: { ...consignment, reference: 'SB 2' }, usable: true }), hash)
  })

  test('changes name the leaf, also where a list grew or shrank', ({ assert }) => {
    const after = {
      ...consignment,
      sequence: 3,
      items: [
        { description: 'RUM', hsCodes: [] },
        { description: 'TILES', hsCodes: [] },
      ],
    } as unknown as Consignment
    assert.deepEqual(fieldChanges(consignment, after), [
      { path: 'items.0.description', before: 'TILES', after: 'RUM', decisive: true },
      { path: 'items.0.hsCodes.0', before: '6907', after: null, decisive: true },
      { path: 'items.1', before: null, after: { description: 'TILES', hsCodes: [] }, decisive: true },
    ])
    assert.deepEqual(fieldChanges(consignment, consignment), [])
  })

  test('what a decision rests on is marked and comes first', ({ assert }) => {
    const filed = (marks: string, names: readonly [string, string], seal: string) =>
      ({
        sequence: 0,
        parties: [
          { role: 'consignor', name: names[0] },
          { role: 'consignee', name: names[1] },
        ],
        items: [{ marks, grossWeightKg: 10 }],
        equipment: [{ number: 'MSKU1234565', seals: [seal], tareKg: 1 }],
      }) as unknown as Consignment
    const changes = fieldChanges(filed('M1', ['A', 'B'], 'S1'), filed('M2', ['C', 'D'], 'S2'))
    assert.deepEqual(
      changes.map(({ path, decisive }) => [path, decisive ?? false]),
      [
        ['parties.1.name', true],
        ['equipment.0.seals.0', true],
        ['parties.0.name', false],
        ['items.0.marks', false],
      ]
    )
  })

  test('numbers that a message repeats are told apart; a missing one goes by its place', ({ assert }) => {
    const named = ['SB-1', 'sb 1', null, 'SB2'].map((reference, sequence) => ({ reference, sequence }))
    assert.deepEqual(consignmentKeys(named), ['SB1', 'SB1~2', '#2', 'SB2'])
  })

  test('places of values survive their short form', ({ assert }) => {
    const provenance = {
      reference: [{ message: 0, segment: 4, tag: 'CNI', line: 5, offset: 120, length: 8 }],
      'items.0.description': [
        { message: 1, segment: 9, tag: 'FTX', line: 9, element: 4, component: 2, offset: 300, length: 12 },
      ],
      nature: [
        { message: 0, segment: 9, tag: 'Bol_nature', line: 2, offset: 90, length: 2, path: '/Awmds/Bol_nature' },
      ],
    }
    assert.deepEqual(unpackProvenance(packProvenance(provenance)), provenance)
  })
})
