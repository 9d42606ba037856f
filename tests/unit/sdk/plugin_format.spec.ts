import { test } from '@japa/runner'
import { linesOf, type Line, type MessageFormat } from '#sdk'
import { bytesOf, firstOf, read, reportOf } from '#sdk/testing'
import { HARBOUR_LIST } from './harbour_list.js'

const LIST = `H;M-1;CORAL HERON;118N;PAONX;202612010600\r\nB;B-1;CNSHA;Invented Mills;Invented Interiors;TILES;18000\r\nB;B-2;CNSHA;;;CAFÉ;x\n`
const formats = [HARBOUR_LIST]

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const lines = async (bytes: Uint8Array, size = bytes.length) => {
  const found: Line[] = []
  for await (const line of linesOf(inPieces(bytes, size))) found.push(line)
  return found
}

test.group('A format of a plugin', () => {
  test('is read only where it is enabled, and never takes what core knows', async ({ assert }) => {
    assert.equal((await read(LIST)).file.format, null)
    const found = await read(LIST, { formats })
    assert.deepEqual([found.file.format, found.file.formatVersion], ['ruritania.harbour_list', 1])
    assert.equal(reportOf(found).profile, 'ruritania.harbour_list@1')
    const greedy: MessageFormat = { ...HARBOUR_LIST, detect: () => 1 }
    assert.equal((await read("UNB+UNOA:2+A+B+261120:0900+1'UNZ+0+1'", { formats: [greedy] })).file.format, 'EDIFACT')
  })

  test('every value has its place in the bytes, whatever pieces they came in', async ({ assert }) => {
    const whole = await read(LIST, { formats })
    const { consignment, provenance, problems } = reportOf(whole).consignments[1]!
    assert.equal(consignment.items[0]?.description, 'CAFÉ')
    assert.equal(firstOf(whole).consignment.totals.grossWeightKg, 18_000)
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['SYN-NUMBER']
    )
    const [ref] = provenance['items.0.description']!
    const bytes = bytesOf(LIST)
    assert.include(new TextDecoder().decode(bytes.subarray(ref!.offset, ref!.offset + ref!.length)), 'B-2;')
    for (const size of [1, 7, 64]) assert.deepEqual(await read(inPieces(bytes, size), { formats }), whole)
  })

  test('one that throws keeps what it read and says that the rest was not understood', async ({ assert }) => {
    const broken: MessageFormat = {
      ...HARBOUR_LIST,
      async *read(bytes, context) {
        yield* HARBOUR_LIST.read(bytes, context)
        throw new Error('a bug')
      },
    }
    const found = await read(LIST, { formats: [broken] })
    assert.lengthOf(found.messages, 1)
    assert.deepEqual(
      found.file.problems.map(({ code }) => code),
      ['SYN-NOT-UNDERSTOOD']
    )
  })

  test('bytes that cannot be had are not the fault of the format', async ({ assert }) => {
    const failing = async function* () {
      yield bytesOf(`${LIST}${'\n'.repeat(5000)}`)
      throw new Error('the disk is gone')
    }
    await assert.rejects(() => read(failing(), { formats }), 'the disk is gone')
  })
})

test.group('Lines of a file', () => {
  test('with and without an end, in any pieces, at their offsets', async ({ assert }) => {
    const bytes = bytesOf('one\r\n\ntwo é\nlast')
    const expected = [
      { number: 1, text: 'one', offset: 0, length: 3 },
      { number: 2, text: '', offset: 5, length: 0 },
      { number: 3, text: 'two é', offset: 6, length: 6 },
      { number: 4, text: 'last', offset: 13, length: 4 },
    ]
    for (const size of [1, 2, 5, 100]) assert.deepEqual(await lines(bytes, size), expected)
    assert.deepEqual(await lines(bytesOf('')), [])
  })

  test('what is not UTF-8 is read as Windows-1252', async ({ assert }) => {
    assert.equal((await lines(Uint8Array.of(0x43, 0xe9, 0x0a)))[0]?.text, 'Cé')
  })

  test('a line without end comes in bounded pieces', async ({ assert }) => {
    const found = await lines(new Uint8Array(200_000).fill(0x61), 10_000)
    assert.isAtMost(Math.max(...found.map(({ length }) => length)), 64 * 1024)
    assert.equal(
      found.reduce((sum, { length }) => sum + length, 0),
      200_000
    )
    assert.deepEqual([...new Set(found.map(({ number }) => number))], [1])
  })
})
