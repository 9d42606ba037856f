import { test } from '@japa/runner'
import { bytesOf } from '#sdk/testing'
import { GOODS, report, told } from './dirty.js'

const NAME = 'Muñoz'
const text = (name = NAME): string => report([`NAD+CN+++${name}`], GOODS)
const nameIn = async (bytes: Uint8Array) => {
  const { consignment, codes } = await told(bytes)
  return { name: consignment.parties[0]?.name, codes }
}
const utf16 = (filed: string, mark: boolean): Uint8Array =>
  Uint8Array.from(
    [...(mark ? '\ufeff' : ''), ...filed].flatMap((sign) => [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8])
  )
const singleBytes = (filed: string): Uint8Array => Uint8Array.from(filed, (sign) => sign.charCodeAt(0))

test.group('Row 3 | character sets', () => {
  test('UTF-16, with and without its mark', async ({ assert }) => {
    for (const mark of [true, false]) {
      assert.deepEqual(await nameIn(utf16(text(), mark)), { name: NAME, codes: ['SYN-UTF16'] })
    }
  })

  test('a byte order mark', async ({ assert }) => {
    assert.deepEqual(await nameIn(bytesOf(`\ufeff${text()}`)), { name: NAME, codes: ['SYN-BOM'] })
  })

  test('single bytes of windows-1252', async ({ assert }) => {
    assert.equal((await nameIn(singleBytes(text()))).name, NAME)
  })

  test('UTF-8 read as windows-1252 once before it came here', async ({ assert }) => {
    assert.deepEqual(await nameIn(bytesOf(text('Muã±oz'.replace('ã', 'Ã')))), { name: NAME, codes: ['SYN-MOJIBAKE'] })
  })

  test('a capital with a tilde of its own is left alone', async ({ assert }) => {
    assert.deepEqual(await nameIn(bytesOf(text('SÃO PAULO'))), { name: 'SÃO PAULO', codes: [] })
  })
})
