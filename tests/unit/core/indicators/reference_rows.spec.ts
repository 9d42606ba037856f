import { test } from '@japa/runner'
import { REFERENCE_LIST_CATALOGUE, type ReferenceListDefinition } from '#core/indicators/reference_list_catalogue'
import { readReferenceRows } from '#core/indicators/reference_rows'

const list = (code: string): ReferenceListDefinition => REFERENCE_LIST_CATALOGUE[code]!
const faults = (code: string, ...records: Record<string, string>[]) =>
  readReferenceRows(list(code), records).problems.map(
    (problem) => `${problem.row} ${problem.column} ${problem.because}`
  )

test.group('Rows of reference lists', () => {
  test('text becomes typed values; what is empty is null', ({ assert }) => {
    const { rows, problems } = readReferenceRows(list('vague_descriptions'), [
      { term: ' PARTS ', at_master: 'TRUE', note: '' },
    ])
    assert.deepEqual(problems, [])
    assert.deepEqual(rows, [{ term: 'PARTS', at_master: true, note: null, source: null }])
    assert.deepEqual(readReferenceRows(list('weak_ports'), [{ port: 'vepbl', class: 'C' }]).rows[0]?.['port'], 'VEPBL')
  })

  test('a faulty row is named and left out, the others stay', ({ assert }) => {
    const good = { country: 'CO', threat: 'NAR' }
    const { rows, problems } = readReferenceRows(list('source_countries'), [{ country: 'COL', threat: 'NAR' }, good])
    assert.lengthOf(rows, 1)
    assert.deepEqual(
      problems.map((problem) => [problem.row, problem.column]),
      [[0, 'country']]
    )
  })

  test('each fault has its sentence', ({ assert }) => {
    const good = { country: 'CO', threat: 'NAR' }
    assert.deepEqual(faults('source_countries', { country: '', threat: 'NAR' }), ['0 country targeting.row_missing'])
    assert.deepEqual(faults('source_countries', { ...good, threat: 'XXX' }), ['0 threat targeting.row_value'])
    assert.deepEqual(faults('source_countries', { ...good, colour: 'x' }), ['0 colour targeting.row_column_unknown'])
    assert.deepEqual(faults('source_countries', good, { ...good, note: 'again' }), ['1  targeting.row_twice'])
    assert.deepEqual(faults('weak_ports', { port: 'VE1BL', class: 'C' }), ['0 port targeting.row_value'])
    assert.deepEqual(faults('cover_loads', { goods: 'Tiles', hs: '6907|x', origin: '*', threat: 'NAR' }), [
      '0 hs targeting.row_value',
    ])
    assert.deepEqual(faults('source_countries', { country: '*', threat: 'NAR' }), ['0 country targeting.row_value'])
  })
})
