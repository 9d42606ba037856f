import { test } from '@japa/runner'
import { contrlMessage, writeContrl } from '#core/formats/edifact/answers/contrl'
import { read } from '#sdk/testing'
import { BAPLIE_2, edifact } from '../../document_texts.js'
import { cuscar, HEADER, PLAIN } from '../../cuscar_texts.js'
import { segmentsOf } from './untdid.js'

const OPTIONS = { reference: 'ANS0001', writtenAt: '2026-11-22T08:15' }

const answerTo = async (filed: string): Promise<string> => {
  const { messages, file } = await read(filed)
  const envelope = messages[0]?.envelope
  if (!envelope) throw new Error('no envelope')
  return new TextDecoder().decode(
    writeContrl({ envelope, messages: messages.map(contrlMessage), problems: file.problems }, OPTIONS)
  )
}

/** ISO 9735 version 3, part 1 annex and CONTRL D.3: elements of each segment, `m` where one must be filled. */
const SERVICE: Readonly<Record<string, readonly string[]>> = {
  UCI: ['m', 'm', 'm', 'm', '', '', ''],
  UCM: ['m', 'm', 'm', '', '', ''],
  UCS: ['m', ''],
  UCD: ['m', 'm'],
}
const ORDER = /^UNH UCI (?:UCM (?:UCS (?:UCD )*)*)*UNT$/

const assertConformity = (assert: { isTrue(value: boolean, message?: string): void }, text: string): void => {
  const segments = segmentsOf(text).filter(([tag]) => !['UNA', 'UNB', 'UNZ'].includes(tag?.[0] ?? ''))
  const tags = segments.map(([tag]) => tag?.[0] ?? '')
  assert.isTrue(ORDER.test(tags.join(' ')), tags.join(' '))
  for (const [[tag = ''] = [], ...elements] of segments) {
    const table = SERVICE[tag]
    if (!table) continue
    assert.isTrue(elements.length <= table.length, `${tag} is too long`)
    table.forEach((must, at) => {
      const filled = (elements[at] ?? []).some((part) => part !== '')
      assert.isTrue(!must || filled, `${tag} lacks element ${at + 1}`)
    })
  }
}

test.group('CONTRL | written', () => {
  test('a clean message is acknowledged', async ({ assert }) => {
    const text = await answerTo(cuscar(...HEADER, ...PLAIN))
    assert.equal(
      text,
      "UNB+UNOC:3+CUSTOMS+SENDER+261122:0815+ANS0001'UNH+1+CONTRL:D:3:UN'UCI+77+SENDER+CUSTOMS+7'" +
        "UCM+1+CUSCAR:D:96B:UN+7'UNT+4+1'UNZ+1+ANS0001'"
    )
    assertConformity(assert, text)
  })

  test('errors of syntax are told with segment and element; what is only meant wrongly is not', async ({ assert }) => {
    const filed = cuscar(...HEADER, ...PLAIN, 'CNI+2+:::I')
      .replace('KGM:1000', 'KGM:1.0.0')
      .replace(/UNT\+\d+/, 'UNT+99')
    const text = await answerTo(filed)
    assertConformity(assert, text)
    assert.include(text, "UCM+1+CUSCAR:D:96B:UN+7'")
    assert.include(text, "UCS+10'UCD+12+3:2'")
    assert.include(text, "UCS+12'UCD+29+1'")
    assert.notInclude(text, 'UCS+11')
  })

  test('a type nobody reads is rejected, its neighbour is not', async ({ assert }) => {
    const unread = "UNH+2+IFTMBF:D:99B:UN'\nBGM+335+1+9'\nUNT+3+2'"
    const both = cuscar(...HEADER, ...PLAIN).replace("UNZ+1+77'", `${unread}\nUNZ+2+77'`)
    const text = await answerTo(both)
    assertConformity(assert, text)
    assert.include(text, "UCI+77+SENDER+CUSTOMS+7'UCM+1+CUSCAR:D:96B:UN+7'UCM+2+IFTMBF:D:99B:UN+4+17'")
    const alone = await answerTo(edifact('IFTMBF:D:99B:UN', 'BGM+335+1+9'))
    assert.include(alone, "UCI+77+SENDER+CUSTOMS+4'UCM+1+IFTMBF:D:99B:UN+4+17'")
  })

  test('a bay plan is answered like a manifest; an envelope with a wrong count says so', async ({ assert }) => {
    const filed = edifact('BAPLIE:D:95B:UN:SMDG20', ...BAPLIE_2).replace('UNZ+1', 'UNZ+5')
    const text = await answerTo(filed)
    assertConformity(assert, text)
    assert.include(text, "UCI+77+SENDER+CUSTOMS+7+29'UCM+1+BAPLIE:D:95B:UN:SMDG20+7'")
  })

  test('is read back as what it is, in the syntax version and with the addresses of the sender', async ({ assert }) => {
    const filed = cuscar(...HEADER, ...PLAIN).replace('UNOC:3+SENDER', 'UNOC:4+SENDER:14:SUB')
    const text = await answerTo(filed)
    assert.include(text, "UNB+UNOC:4+CUSTOMS+SENDER:14:SUB+20261122:0815+ANS0001'UNH+1+CONTRL:4:1:UN'")
    const { messages, codes } = await read(text)
    assert.equal(messages[0]?.type, 'CONTRL')
    assert.deepEqual(codes, [])
  })

  test('a reference with a separator in it stays one element', async ({ assert }) => {
    const text = await answerTo(cuscar(...HEADER, ...PLAIN).replaceAll('77', "7?+7?'A"))
    assert.include(text, "UCI+7?+7?'A+SENDER+CUSTOMS+7'")
    assert.deepEqual((await read(text)).codes, [])
  })

  test('no more than 99 errors of one message', async ({ assert }) => {
    const bad = Array.from({ length: 150 }, () => 'MEA+AAX+G+KGM:1.0.0')
    const text = await answerTo(cuscar(...HEADER, ...PLAIN, ...bad))
    assert.lengthOf(text.match(/UCS\+/g) ?? [], 99)
    assertConformity(assert, text)
  })
})
