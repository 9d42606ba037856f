import { test } from '@japa/runner'
import { packProvenance, unpackProvenance } from '#app/cargo_register/packed_provenance'
import type { SourceRef } from '#core/kernel/source_ref'

const ref = (more: Partial<SourceRef> = {}): SourceRef => ({
  message: 0,
  segment: 4,
  tag: 'CNI',
  line: 5,
  offset: 120,
  length: 8,
  ...more,
})

test.group('Packed provenance', () => {
  test('keeps every place, also of bytes far into a file, far apart and backwards', ({ assert }) => {
    const provenance = {
      reference: [ref(), ref({ segment: 2, line: 1, offset: 3, element: 4, component: 2 })],
      nothing: [],
      'items.0.description': [ref({ message: 70_000, segment: 9e6, line: 2 ** 31, offset: 2 ** 40, length: 1e6 })],
      [`path.${'x'.repeat(300)}`]: [ref({ tag: `Straße_${'y'.repeat(200)}`, path: `/Awmds/${'Bol/'.repeat(60)}` })],
      cell: [ref({ path: 'Sheet1!C5', length: 0 })],
    }
    assert.deepEqual(unpackProvenance(packProvenance(provenance)), provenance)
  })

  test('grows beyond what is set aside at first', ({ assert }) => {
    const provenance = Object.fromEntries(
      Array.from({ length: 9_000 }, (_, at) => [`equipment.${at}.number`, [ref({ offset: at * 300 })]])
    )
    assert.deepEqual(unpackProvenance(packProvenance(provenance)), provenance)
  })

  test('reads rows that were stored before they were packed', ({ assert }) => {
    const rows = { nature: [[1, 9, 'Bol_nature', 2, 0, 3, 90, 2, '/Awmds/Bol_nature']], reference: [] }
    assert.deepEqual(unpackProvenance(Buffer.from(JSON.stringify(rows))), {
      nature: [
        {
          message: 1,
          segment: 9,
          tag: 'Bol_nature',
          line: 2,
          component: 3,
          offset: 90,
          length: 2,
          path: '/Awmds/Bol_nature',
        },
      ],
      reference: [],
    })
  })

  test('says so when its end is missing', ({ assert }) => {
    const packed = packProvenance({ reference: [ref()] })
    for (let length = 2; length < packed.length; length++)
      assert.throws(() => unpackProvenance(packed.subarray(0, length)), /E_BYTES_CUT/)
  })
})
