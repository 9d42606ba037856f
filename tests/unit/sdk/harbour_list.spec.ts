import { test } from '@japa/runner'
import { firstOf, read } from '#sdk/testing'
import { HARBOUR_LIST } from './harbour_list.js'

const list = (kilograms: string) =>
  `H;M-1;CORAL HERON;118N;PAONX;202612010600\nB;B-1;CNSHA;Invented Mills;Invented Interiors;TILES;${kilograms}\n`

test.group('ruritania | list of the harbour', () => {
  test('a weight that is no number is left out and told', async ({ assert }) => {
    const dirty = await read(list('18,5 t'), { formats: [HARBOUR_LIST] })
    assert.deepEqual(dirty.codes, ['SYN-NUMBER'])
    assert.isNull(firstOf(dirty).consignment.totals.grossWeightKg)
    const clean = await read(list('18.5'), { formats: [HARBOUR_LIST] })
    assert.deepEqual(clean.codes, [])
    assert.equal(firstOf(clean).consignment.totals.grossWeightKg, 18.5)
  })
})
