import { test } from '@japa/runner'
import { bytesOf, firstOf, read, reportOf } from '#sdk/testing'
import { cuscar, HEADER, PLAIN } from './cuscar_texts.js'

const around = (segment: string): string => cuscar(...HEADER, ...PLAIN.slice(0, 4), segment, ...PLAIN.slice(4))

test.group('Reading a file | limits', () => {
  test('a segment beyond 64 KB is passed over and the rest is read', async ({ assert }) => {
    const result = await read(around(`FTX+AAA+++${'A'.repeat(70_000)}`))
    assert.equal(firstOf(result).consignment.items[0]?.description, 'TILES')
    const limit = result.messages[0]?.problems.find(({ code }) => code === 'SYN-LIMIT')
    assert.isAbove(limit?.at?.length ?? 0, 70_000)
    const fits = await read(around(`FTX+AAA+++${'A'.repeat(60_000)}`))
    assert.deepEqual(fits.codes, [])
  })

  test('a hundred elements are read, more are not', async ({ assert }) => {
    assert.include((await read(around(`CST+1${'+6907'.repeat(150)}`))).codes, 'SYN-LIMIT')
    assert.notInclude((await read(around(`CST+1${'+6907'.repeat(90)}`))).codes, 'SYN-LIMIT')
  })

  test('a thousand Problems, then how many more there were', async ({ assert }) => {
    const many = Array.from({ length: 1500 }, (_, at) => [`CNI+${at}+B${at}`, 'LOC+9+QQQQQ']).flat()
    const result = await read(cuscar(...HEADER, ...many, 'CNI+9999+:::I', 'GID+1'))
    assert.lengthOf(result.codes, 1000 + 1 + 1)
    const summary = result.messages[0]?.problems.find(({ code }) => code === 'SYN-MANY')
    assert.deepEqual(summary?.params, { count: 500 })
    assert.isFalse(reportOf(result).consignments.at(-1)?.usable)
    assert.include(result.codes, 'SEM-DOCUMENT-MISSING')
  })

  test('a flood of NUL bytes stops the reading; a few do not', async ({ assert }) => {
    const [head, tail] = [bytesOf(cuscar(...HEADER, ...PLAIN)), bytesOf(cuscar(...HEADER, ...PLAIN))]
    const flooded = new Uint8Array(head.length + 100_000 + tail.length)
    flooded.set(head)
    flooded.set(tail, head.length + 100_000)
    const result = await read(flooded)
    assert.lengthOf(result.messages, 1)
    const nul = result.file.problems.find(({ code }) => code === 'SYN-NUL')
    assert.equal(nul?.at?.length, 100_000 + tail.length)
    assert.lengthOf((await read(around('FTX+AAA+++A\u0000\u0000B'))).messages, 1)
  })

  test('a message of too many {what} is said to be too large, and the next is read')
    .with([
      { what: 'bytes', limits: { messageBytes: 4_000 } },
      { what: 'segments', limits: { segments: 200 } },
      { what: 'consignments', limits: { consignments: 99 } },
    ])
    .run(async ({ assert }, { limits }) => {
      const large = cuscar(...HEADER, ...Array.from({ length: 100 }, () => PLAIN).flat())
      const result = await read(`${large}\n${cuscar(...HEADER, ...PLAIN)}`, { limits })
      assert.lengthOf(result.messages, 2)
      assert.isNull(result.messages[0]?.report ?? null)
      assert.deepInclude(
        result.messages[0]?.problems.find(({ code }) => code === 'SYN-LIMIT'),
        { severity: 'fatal' }
      )
      assert.equal(result.messages[1]?.report?.consignments.length, 1)
    })

  test('as many consignments as the limit says are read', async ({ assert }) => {
    const most = cuscar(...HEADER, ...Array.from({ length: 100 }, () => PLAIN).flat())
    const { messages } = await read(most, { limits: { consignments: 100 } })
    assert.equal(messages[0]?.report?.consignments.length, 100)
  })

  test('100 MB without a terminator costs no memory', async ({ assert }) => {
    const chunk = bytesOf('A'.repeat(65_536))
    const stream = async function* () {
      yield bytesOf(cuscar(...HEADER, ...PLAIN).slice(0, -20))
      for (let sent = 0; sent < 1_600; sent++) yield chunk
    }
    const before = process.memoryUsage().arrayBuffers
    const result = await read(stream())
    assert.isBelow(process.memoryUsage().arrayBuffers - before, 32e6)
    assert.equal(firstOf(result).consignment.reference, 'BL0001')
    assert.include(result.codes, 'SYN-LIMIT')
  })

  test('chunks of any size give the same as the whole', async ({ assert }) => {
    const bytes = bytesOf(`${cuscar(...HEADER, ...PLAIN)}\n${cuscar(...HEADER, ...PLAIN, ...PLAIN)}`)
    const whole = await read(bytes)
    for (const size of [1, 2, 3, 7, 64, 500]) {
      const chunks = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
      }
      assert.deepEqual(await read(chunks()), whole)
    }
  })
})
