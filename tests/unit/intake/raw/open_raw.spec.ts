import { test } from '@japa/runner'
import { extensionOf, openRaw } from '#app/intake/raw/open_raw'
import { workbookBytes } from '#tests/support/workbooks'

const UTF_16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<Awmds/>', 'utf16le')])

test.group('Raw files', () => {
  test('{what} is handed out as .{extension}')
    .with([
      { what: 'EDIFACT', bytes: Buffer.from("UNB+UNOA:1+A+B'"), format: 'EDIFACT', extension: 'edi' },
      { what: 'EDIFACT without an envelope', bytes: Buffer.from("LOC+9+X'DTM+1'"), format: null, extension: 'edi' },
      { what: 'ASYCUDA', bytes: UTF_16, format: 'ASYCUDA', extension: 'xml' },
      { what: 'other XML', bytes: Buffer.from('<Waybill/>'), format: null, extension: 'xml' },
      { what: 'a workbook', bytes: workbookBytes([['A']], 'xlsx'), format: 'WORKBOOK', extension: 'xlsx' },
      { what: 'an old workbook', bytes: workbookBytes([['A']], 'biff8'), format: 'WORKBOOK', extension: 'xls' },
      { what: 'an archive', bytes: workbookBytes([['A']], 'xlsx'), format: null, extension: 'bin' },
      { what: 'HTML', bytes: Buffer.from('<html><script>1</script>'), format: null, extension: 'txt' },
      { what: 'a list of a plugin', bytes: Buffer.from('A|B|C\nD|E|F\n'), format: 'lk.list', extension: 'txt' },
      { what: 'nothing', bytes: Buffer.alloc(0), format: null, extension: 'txt' },
    ])
    .run(({ assert }, { bytes, format, extension }) => {
      assert.equal(extensionOf(bytes, format), extension)
    })

  test('the bytes come whole, the first frame included', async ({ assert }) => {
    async function* frames() {
      yield Buffer.from('UNB+UNOA')
      yield Buffer.from(":1+A+B'")
    }
    const { extension, bytes } = await openRaw(frames(), 'EDIFACT')
    const read: Buffer[] = []
    for await (const frame of bytes) read.push(frame)
    assert.deepEqual([extension, Buffer.concat(read).toString()], ['edi', "UNB+UNOA:1+A+B'"])
  })
})
