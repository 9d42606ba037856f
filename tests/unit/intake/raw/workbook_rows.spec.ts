import { test } from '@japa/runner'
import { rowStarts } from '#app/intake/raw/row_starts'
import { quoteCells, workbookWindow } from '#app/intake/raw/workbook_rows'
import { workbookBytes } from '#tests/support/workbooks'

const ROWS = ['Bol_reference', 'BL0001', 'BL0002', 'BL0003', 'BL0004'].map((text, at) => [text, `${at} kg`])
async function* bytes(): AsyncGenerator<Buffer> {
  yield workbookBytes(ROWS, 'xlsx')
}
const at = { message: 0, segment: 3, tag: 'Gross_mass', line: 3, element: 2, offset: 0, length: 0, path: 'Sheet1!B3' }

test.group('Raw rows of formats that are no lines', (group) => {
  group.each.timeout(20_000)

  test('a cell is quoted with the rows around it and marked', async ({ assert }) => {
    const [quote] = await quoteCells(bytes, [at])
    assert.deepEqual(
      quote?.map(({ number }) => number),
      [1, 2, 3, 4, 5]
    )
    const [, , row] = quote ?? []
    assert.equal(row?.text, 'BL0002 │ 2 kg')
    assert.deepEqual(
      row?.marks.map(({ from, to }) => row.text.slice(from, to)),
      ['2 kg']
    )
  })

  test('a cell that is not there is not quoted', async ({ assert }) => {
    assert.deepEqual(await quoteCells(bytes, [{ ...at, path: 'Other!B3' }]), [[]])
  })

  test('the raw view shows rows', async ({ assert }) => {
    const { lines, from, total } = await workbookWindow(bytes, 4, 200)
    assert.deepEqual([from, total, lines.map(({ text }) => text)], [4, 5, ['BL0003 │ 3 kg', 'BL0004 │ 4 kg']])
  })

  test('elements on one line have rows of their own, quotes in texts break none', async ({ assert }) => {
    const text = "<Awmds><Bol_id>O'EXAMPLE</Bol_id>\n<Bol_segment/></Awmds>"
    const stream = async function* () {
      yield Buffer.from(text)
    }
    const starts = await rowStarts(stream(), 1, 'elements')
    assert.deepEqual(
      starts.slice(0, -1).map((start, index) => text.slice(start, starts[index + 1]).trim()),
      ['<Awmds>', "<Bol_id>O'EXAMPLE</Bol_id>", '<Bol_segment/>', '</Awmds>']
    )
  })
})
