import { test } from '@japa/runner'
import { quoteRows } from '#app/intake/raw/quote_rows'
import { rowAt, rowStarts, widthOf } from '#app/intake/raw/row_starts'

const stream = async function* (bytes: Uint8Array, size = 7) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

test.group('rows of a raw message', () => {
  test('are its lines, and its segments where they stand on one line', async ({ assert }) => {
    const bytes = Buffer.from("UNH+1'BGM+85'\r\nNAD+CZ+++O?'BRIEN'\nUNT'")
    const starts = await rowStarts(stream(bytes), 1)
    const rows = starts.slice(0, -1).map((start, at) =>
      bytes
        .subarray(start, starts[at + 1])
        .toString()
        .trim()
    )
    assert.deepEqual(rows, ["UNH+1'", "BGM+85'", "NAD+CZ+++O?'BRIEN'", "UNT'"])
    assert.equal(starts.at(-1), bytes.length)
  })

  test('are the same however the bytes were cut', async ({ assert }) => {
    const bytes = Buffer.from("UNA:+.? '\r\nUNB+UNOA:2'UNH+1??'BGM'\n\n\nEND")
    const whole = await rowStarts(stream(bytes, 1000), 1)
    for (const size of [1, 2, 3, 5]) assert.deepEqual(await rowStarts(stream(bytes, size), 1), whole)
  })

  test('mark the cited bytes in the decoded text', async ({ assert }) => {
    const bytes = Buffer.from("NAD+CN+++PEÑA Y CÍA'\nGID+1'", 'utf8')
    const starts = await rowStarts(stream(bytes), 1)
    const offset = bytes.indexOf('CÍA')
    const [row] = quoteRows(starts, { first: 0, last: 0, bytes, charset: 'utf-8' }, [
      { offset, length: Buffer.byteLength('CÍA') },
    ])
    assert.equal(row!.text.slice(row!.marks[0]!.from, row!.marks[0]!.to), 'CÍA')
  })

  test('are found in UTF-16', async ({ assert }) => {
    const bytes = Buffer.from("UNH+1'BGM+85'UNT'", 'utf16le')
    const starts = await rowStarts(stream(bytes), widthOf('utf-16le'))
    assert.deepEqual(starts, [0, 12, 26, 34])
    assert.equal(rowAt(starts, 13), 1)
    assert.equal(
      quoteRows(starts, { first: 1, last: 1, bytes: bytes.subarray(12), charset: 'utf-16le' }, [])[0]!.text,
      "BGM+85'"
    )
  })
})
