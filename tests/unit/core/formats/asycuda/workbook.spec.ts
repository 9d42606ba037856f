import { test } from '@japa/runner'
import { openWorkbook } from '#platform/sandbox/open_workbook'
import { read, reportOf } from '#sdk/testing'
import { workbookBytes, type CellValue } from '#tests/support/workbooks'

const AWMDS: readonly (readonly [string, CellValue])[] = [
  ['Awmds', null],
  ['General_segment', null],
  ['Customs_office_code', 101],
  ['Voyage_number', 'XX137/JUNE'],
  ['Date_of_departure', new Date(Date.UTC(2026, 5, 9))],
  ['Date_of_arrival', '2026-06-10'],
  ['Total_number_of_bols', 2],
  ['Total_gross_mass', 832],
  ['Carrier', null],
  ['Carrier_code', 101149035],
  ['Carrier_name', 'EXAMPLE AIR'],
  ['Mode_of_transport_code', 4],
  ['Bol_segment', null],
  ['Bol_reference', 77900060410],
  ['Bol_nature', 23],
  ['Bol_type_code', 'AWB'],
  ['Master_bol_ref_number', null],
  ['Port_of_origin_code', 'JMKIN'],
  ['Place_of_unloading_code', 'COCTG'],
  ['Exporter_name', 'EXAMPLE ONE'],
  ['Consignee_code', 0],
  ['Consignee_name', 'EXAMPLE TWO'],
  ['Goods_segment', null],
  ['Number_of_packages', 15],
  ['Package_type_code', 'PK'],
  ['Gross_mass', 420],
  ['Goods_description', 'PERSONAL EFFECTS'],
  ['Freight_value', 0],
  ['Freight_currency', 'ZZZ'],
  ['Shelf', null],
]
const HEADINGS = AWMDS.map(([name]) => name)
const FIRST = AWMDS.map(([, value]) => value)
/** A further row: only what is named. */
const row = (values: Readonly<Record<string, CellValue>>): readonly CellValue[] =>
  HEADINGS.map((name) => values[name] ?? null)
const BILL = {
  Bol_nature: 23,
  Bol_type_code: 'AWB',
  Port_of_origin_code: 'JMKIN',
  Place_of_unloading_code: 'COCTG',
  Number_of_packages: 20,
  Gross_mass: 412,
  Goods_description: 'TILES',
}
const readRows = (rows: readonly (readonly CellValue[])[], bookType: 'xlsx' | 'biff8' = 'xlsx') =>
  read(workbookBytes([HEADINGS, ...rows], bookType), { openWorkbook })

test.group('ASYCUDA | flat workbooks', (group) => {
  group.each.timeout(30_000)

  test('the first row names the elements, each other one is a bill ({$self})')
    .with(['xlsx', 'biff8'] as const)
    .run(async ({ assert }, bookType) => {
      const result = await readRows([FIRST, row({ ...BILL, Bol_reference: 77900060421 })], bookType)
      const report = reportOf(result)
      assert.deepEqual([result.file.format, report.type], ['WORKBOOK', 'Awmds'])
      assert.equal(report.documentReference, '101 XX137/JUNE 2026-06-09')
      assert.deepEqual(
        [report.sender, report.conveyance.mode, report.conveyance.eta],
        ['101149035', 'air', '2026-06-10']
      )
      const [first, second] = report.consignments.map(({ consignment }) => consignment)
      assert.deepEqual([first?.reference, second?.reference], ['77900060410', '77900060421'])
      assert.deepEqual([first?.totals.grossWeightKg, second?.totals.packages], [420, 20])
      assert.deepEqual([first?.parties[1]?.identifiers, first?.freight], [[], null])
    })

  test('every value cites its cell', async ({ assert }) => {
    const report = reportOf(await readRows([FIRST, row({ ...BILL, Bol_reference: 'AB-1' })]))
    const [ref] = report.consignments[1]?.provenance['items.0.description'] ?? []
    assert.deepEqual(
      [ref?.path, ref?.line, ref?.element, ref?.tag, ref?.length],
      ['Sheet1!AA3', 3, 27, 'Goods_description', 0]
    )
    assert.equal(report.provenance.sender?.[0]?.path, 'Sheet1!J2')
  })

  test('a master counts through the house that names it', async ({ assert }) => {
    const { messages } = await readRows([
      FIRST,
      row({ ...BILL, Bol_reference: 77900060424, Bol_type_code: 'MAB' }),
      row({ ...BILL, Bol_reference: 77900060425, Master_bol_ref_number: 77900060424 }),
      row({ ...BILL, Bol_reference: 77900060413, Bol_type_code: 'MAB' }),
    ])
    const [message] = messages
    assert.equal(message?.counts.consignments, 3)
    assert.deepEqual(
      message?.report?.consignments.map(({ consignment }) => [consignment.level, consignment.masterReference]),
      [
        ['straight', null],
        ['master', null],
        ['house', '77900060424'],
        ['master', null],
      ]
    )
  })

  test('unknown columns, footers and numbers that lost their digits are named, with their cells', async ({
    assert,
  }) => {
    const { messages } = await readRows([
      FIRST.map((value, at) => (at === HEADINGS.length - 1 ? 'A-7' : value)),
      row({ ...BILL, Bol_reference: '1.98832E+08' }),
      row({ Gross_mass: 832 }),
    ])
    const found = messages[0]?.problems.map(({ code, at }) => [code, at?.path])
    assert.deepInclude(found, ['SYN-UNKNOWN-TAG', 'Sheet1!AD2'])
    assert.deepInclude(found, ['SYN-NUMBER', 'Sheet1!N3'])
    assert.deepInclude(found, ['SYN-SKIPPED', 'Sheet1!Z4'])
    assert.lengthOf(messages[0]?.report?.consignments ?? [], 2)
  })

  test('a workbook about something else is not understood', async ({ assert }) => {
    const { file, messages } = await read(workbookBytes([['Name', 'Phone']], 'xlsx'), { openWorkbook })
    assert.lengthOf(messages, 0)
    assert.isNull(file.format)
    assert.deepInclude(file.problems[0], { code: 'SYN-NOT-UNDERSTOOD', params: { looksLike: 'own_sheet' } })
  })
})
