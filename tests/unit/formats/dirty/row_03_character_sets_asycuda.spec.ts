import { test } from '@japa/runner'
import { PLAIN } from '../../core/formats/asycuda/asycuda_texts.js'
import { newCodes, told } from './dirty_asycuda.js'

const TEXT = PLAIN.replace('CERAMIC TILES', 'CERÁMICA Ñ')
const DESCRIPTION = 'CERÁMICA Ñ HS CODE 6907.21'
const wide = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0))
const latin = (text: string): Uint8Array => Uint8Array.from(wide(text))
const utf16 = (text: string, bigEndian: boolean): Uint8Array =>
  Uint8Array.from(wide(text).flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])))
const declared = (encoding: string): string => TEXT.replace('UTF-8', encoding)
const description = async (bytes: string | Uint8Array) => {
  const result = await told(bytes)
  return { result, text: result.first.consignment.items[0]?.description, charset: result.file.charset }
}

test.group('Row 3 | character sets of XML', () => {
  test('UTF-16, either end first, with and without its mark', async ({ assert }) => {
    for (const bigEndian of [true, false])
      for (const mark of ['\ufeff', '']) {
        const bytes = utf16(mark + declared('UTF-16'), bigEndian)
        const { result, text, charset } = await description(bytes)
        assert.equal(text, DESCRIPTION)
        assert.equal(charset, bigEndian ? 'utf-16be' : 'utf-16le')
        assert.deepEqual(newCodes(result), [])
        const [ref] = result.first.provenance['items.0.description'] ?? []
        const cut = bytes.subarray(ref?.offset, (ref?.offset ?? 0) + (ref?.length ?? 0))
        assert.equal(new TextDecoder(charset ?? '').decode(cut), DESCRIPTION)
      }
  })

  test('single bytes, declared and not', async ({ assert }) => {
    for (const encoding of ['ISO-8859-1', 'windows-1252']) {
      const { result, text, charset } = await description(latin(declared(encoding)))
      assert.deepEqual([text, charset, newCodes(result)], [DESCRIPTION, 'windows-1252', []])
    }
    const wrong = await description(latin(TEXT))
    assert.deepEqual([wrong.text, newCodes(wrong.result)], [DESCRIPTION, ['SYN-CHARSET']])
    assert.deepEqual(wrong.result.of('SYN-CHARSET')[0]?.params, { declared: 'utf-8', used: 'windows-1252', count: 1 })
  })

  test('UTF-8 that says it is something else, and UTF-8 converted twice', async ({ assert }) => {
    const wrong = await description(declared('windows-1252'))
    assert.deepEqual([wrong.text, newCodes(wrong.result)], [DESCRIPTION, ['SYN-CHARSET']])
    const twice = await description(TEXT.replace('CERÁMICA Ñ', 'CERÃ\u0081MICA Ã‘'))
    assert.deepEqual([twice.text, newCodes(twice.result)], [DESCRIPTION, ['SYN-MOJIBAKE']])
  })

  test('a mark before or behind the declaration', async ({ assert }) => {
    const before = await description(`\ufeff${TEXT}`)
    assert.deepEqual([before.text, newCodes(before.result)], [DESCRIPTION, []])
    const behind = await description(TEXT.replace('?>\n', '?>\ufeff\n'))
    assert.deepEqual([behind.text, newCodes(behind.result)], [DESCRIPTION, ['SYN-BOM']])
  })

  test('plain UTF-8, and a capital with a tilde of its own, are left alone', async ({ assert }) => {
    const { result, text, charset } = await description(TEXT.replace('CERÁMICA Ñ', 'SÃO PAULO'))
    assert.deepEqual([text, charset, newCodes(result)], ['SÃO PAULO HS CODE 6907.21', 'utf-8', []])
  })
})
