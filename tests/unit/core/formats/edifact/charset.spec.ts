import { test } from '@japa/runner'
import { bytesOf, firstOf, read, type Read } from '#sdk/testing'
import { cuscar, HEADER, PLAIN } from '../cuscar_texts.js'

const TEXT = cuscar(...HEADER, ...PLAIN).replace('TILES', 'AÑEJO – CAFÉ')
const description = (result: Read) => firstOf(result).consignment.items[0]?.description

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => (sign === '–' ? 0x96 : sign.charCodeAt(0)))

const utf16 = (text: string, mark: boolean, bigEndian: boolean): Uint8Array => {
  const units = mark ? `\ufeff${text}` : text
  const bytes = new Uint8Array(units.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < units.length; at++) view.setUint16(at * 2, units.charCodeAt(at), !bigEndian)
  return bytes
}

/** Cuts a cited value out of the original bytes. */
const cited = (bytes: Uint8Array, result: Read, path: string, charset: string): string => {
  const [at] = firstOf(result).provenance[path] ?? []
  return new TextDecoder(charset).decode(bytes.subarray(at?.offset, (at?.offset ?? 0) + (at?.length ?? 0)))
}

test.group('EDIFACT | character sets', () => {
  test('{name}')
    .with([
      { name: 'UTF-8', bytes: bytesOf(TEXT), charset: 'utf-8', codes: [] },
      { name: 'UTF-8 with mark', bytes: bytesOf(`\ufeff${TEXT}`), charset: 'utf-8', codes: ['SYN-BOM'] },
      { name: 'windows-1252 under UNOC', bytes: latin(TEXT), charset: 'windows-1252', codes: [] },
      { name: 'UTF-16LE with mark', bytes: utf16(TEXT, true, false), charset: 'utf-16le', codes: ['SYN-UTF16'] },
      { name: 'UTF-16LE without mark', bytes: utf16(TEXT, false, false), charset: 'utf-16le', codes: ['SYN-UTF16'] },
      { name: 'UTF-16BE without mark', bytes: utf16(TEXT, false, true), charset: 'utf-16be', codes: ['SYN-UTF16'] },
    ])
    .run(async ({ assert }, { bytes, charset, codes }) => {
      const result = await read(bytes)
      assert.equal(description(result), 'AÑEJO – CAFÉ')
      assert.equal(result.file.charset, charset)
      assert.deepEqual([...result.codes], codes)
      assert.equal(cited(bytes, result, 'items.0.description', charset), 'AÑEJO – CAFÉ')
      assert.equal(cited(bytes, result, 'reference', charset), 'BL0001')
    })

  test('accents under UNOA are a warning, lower case is information', async ({ assert }) => {
    const accents = await read(TEXT.replace('UNOC', 'UNOA'))
    assert.deepInclude(accents.messages[0]?.problems[0], { code: 'SYN-CHARSET', severity: 'warning' })
    const lower = await read(
      cuscar(...HEADER, ...PLAIN)
        .replace('UNOC', 'UNOA')
        .replace('TILES', 'tiles')
    )
    assert.deepInclude(lower.messages[0]?.problems[0], { code: 'SYN-CHARSET', severity: 'info' })
    assert.deepEqual((await read(cuscar(...HEADER, ...PLAIN).replace('UNOC', 'UNOA'))).codes, [])
  })

  test('the declared set decides single bytes that are no UTF-8', async ({ assert }) => {
    const bytes = latin(
      cuscar(...HEADER, ...PLAIN)
        .replace('UNOC', 'UNOE')
        .replace('TILES', '\u00bf\u00d0')
    )
    assert.equal(description(await read(bytes)), 'Па')
  })

  test('the set of the channel decides where the interchange declares none', async ({ assert }) => {
    const bytes = latin(
      cuscar(...HEADER, ...PLAIN)
        .replace('UNOC', 'UNOA')
        .replace('TILES', '\u00cf\u00e0')
    )
    assert.equal(description(await read(bytes, { fallbackCharset: 'windows-1251' })), 'Па')
    assert.equal(description(await read(bytes)), 'Ïà')
  })

  test('UTF-8 that was read as windows-1252 once is undone, and its place still holds', async ({ assert }) => {
    const bytes = bytesOf(cuscar(...HEADER, ...PLAIN).replace('TILES', 'MUÃ‘OZ Y CÃ­A'))
    const result = await read(bytes)
    assert.equal(description(result), 'MUÑOZ Y CíA'.normalize('NFC'))
    assert.include(result.codes, 'SYN-MOJIBAKE')
    assert.equal(cited(bytes, result, 'items.0.description', 'utf-8'), 'MUÃ‘OZ Y CÃ­A')
  })

  test('an ordinary accent is no mojibake', async ({ assert }) => {
    assert.notInclude((await read(bytesOf(TEXT))).codes, 'SYN-MOJIBAKE')
  })

  test('decomposed accents are composed; no NUL or control character comes through', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, ...PLAIN).replace('TILES', 'CAFE\u0301 A\u0000B\u0007C\u0085D'))
    assert.equal(description(result), 'CAF\u00c9 A B C D')
    assert.include(result.codes, 'SYN-NUL')
  })

  test('overlong sequences and lone surrogates give stable text', async ({ assert }) => {
    const bytes = latin(TEXT.replace('AÑEJO – CAFÉ', 'A\u00c0\u00afB'))
    const result = description(await read(bytes)) ?? ''
    assert.isTrue(result.isWellFormed())
    assert.notInclude(result, '/')
  })
})
