import { test } from '@japa/runner'
import { CFB } from '@e965/xlsx'
import { openWorkbook } from '#platform/sandbox/open_workbook'
import { once, workbookBytes } from '#tests/support/workbooks'

const QUICK_MS = 5_000

const opened = async (bytes: Buffer) => {
  const from = performance.now()
  const result = await openWorkbook(once(bytes))
  return { result, ms: performance.now() - from }
}

/** A workbook whose first sheet was changed behind the back of the library. */
const rewritten = (rows: readonly (readonly string[])[], change: (xml: string) => string): Buffer => {
  const archive = CFB.read(workbookBytes(rows, 'xlsx'), { type: 'buffer' })
  const sheet = CFB.find(archive, '/xl/worksheets/sheet1.xml')
  if (!sheet) throw new Error('no sheet')
  sheet.content = Buffer.from(change(Buffer.from(sheet.content as Uint8Array).toString()))
  sheet.size = sheet.content.length
  return CFB.write(archive, { type: 'buffer', fileType: 'zip', compression: true }) as Buffer
}

test.group('T44 sheet_bomb', () => {
  test('a small file that declares every cell there is, is read by the cells it has', async ({ assert }) => {
    const bytes = rewritten([['Bol_reference'], ['BL0001']], (xml) => xml.replace('A1:A2', 'A1:XFD1048576'))
    const { result, ms } = await opened(bytes)
    assert.isTrue(result.ok)
    assert.deepEqual(result.ok && result.value.sheets[0]?.rows.map(({ cells }) => cells), [
      [[0, 'Bol_reference']],
      [[0, 'BL0001']],
    ])
    assert.isBelow(ms, QUICK_MS)
  }).timeout(60_000)

  test('more columns than any manifest has are too many', async ({ assert }) => {
    const { result, ms } = await opened(workbookBytes([Array.from({ length: 600 }, (_, at) => `C${at}`)], 'xlsx'))
    assert.deepEqual(result, { ok: false, error: 'limits' })
    assert.isBelow(ms, QUICK_MS)
  }).timeout(60_000)

  test('a million merged ranges end in an answer', async ({ assert }) => {
    const merges = Array.from({ length: 1_000_000 }, (_, at) => `<mergeCell ref="A${at + 1}:B${at + 1}"/>`).join('')
    const bytes = rewritten([['Bol_reference']], (xml) =>
      xml.replace('</sheetData>', `</sheetData><mergeCells>${merges}</mergeCells>`)
    )
    const { ms } = await opened(bytes)
    assert.isBelow(ms, 30_000)
  }).timeout(60_000)

  test('a formula gives the value kept with it and is never evaluated', async ({ assert }) => {
    const bytes = workbookBytes([['Gross_mass'], [41]], 'xlsx', (sheet) => {
      sheet.A2 = { t: 'n', v: 41, f: '1+1' }
      sheet.A3 = { t: 's', v: 'kept', f: 'HYPERLINK("http://127.0.0.1/","kept")' }
      sheet['!ref'] = 'A1:A3'
    })
    const { result } = await opened(bytes)
    assert.deepEqual(result.ok && result.value.sheets[0]?.rows.map(({ cells }) => cells[0]?.[1]), [
      'Gross_mass',
      '41',
      'kept',
    ])
  }).timeout(60_000)
})

test.group('T43 archive_bomb', () => {
  const valid = workbookBytes([['Bol_reference']], 'xlsx')
  const end = valid.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const directory = valid.readUInt32LE(end + 16)
  const changed = (change: (bytes: Buffer) => void): Buffer => {
    const bytes = Buffer.from(valid)
    change(bytes)
    return bytes
  }

  test('{what} is refused before anything is unpacked')
    .with([
      { what: 'an entry of a gigabyte', bytes: changed((bytes) => bytes.writeUInt32LE(0x4000_0000, directory + 24)) },
      { what: 'sixty-five thousand entries', bytes: changed((bytes) => bytes.writeUInt16LE(65_535, end + 10)) },
      { what: 'an entry locked by a password', bytes: changed((bytes) => bytes.writeUInt16LE(1, directory + 8)) },
      { what: 'a directory that is not there', bytes: changed((bytes) => bytes.writeUInt32LE(0x7fff_ffff, end + 16)) },
    ])
    .run(async ({ assert }, { bytes }) => {
      const { result, ms } = await opened(bytes)
      assert.deepEqual(result, { ok: false, error: 'limits' })
      assert.isBelow(ms, QUICK_MS)
    })
    .timeout(60_000)
})
