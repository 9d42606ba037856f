import { test } from '@japa/runner'
import type { Problem } from '#core/kernel/problem'
import { PROBLEM_CODES } from '#core/kernel/problem_codes'
import { errorCode } from '#core/formats/edifact/answers/error_code'
import type { AnswerDecision } from '#core/formats/answer'
import { shapeOf, writeCusres, type CusresDialect } from '#core/formats/edifact/answers/cusres'
import { problemsOf, read, reportOf } from '#sdk/testing'
import { cuscar, HEADER, PLAIN } from '../../cuscar_texts.js'
import { faultsOf, segmentsOf } from './untdid.js'

const OPTIONS = { reference: 'ANS0001', writtenAt: '2026-11-22T08:15' }
const ACCEPTED: AnswerDecision = { outcome: 'accepted', registration: 'REG/1' }
const REJECTED: AnswerDecision = { outcome: 'rejected', registration: null }
const BAD = [...HEADER, ...PLAIN, 'CNI+2+:::I', 'LOC+9+XXXXX', 'CNI+3+BL0003', 'LOC+11+YYYYY']

const answerTo = async (
  text: string,
  decision: AnswerDecision,
  problems?: readonly Problem[],
  dialect?: CusresDialect
): Promise<string> => {
  const result = await read(text)
  const [message] = result.messages
  if (!message?.envelope) throw new Error('no envelope')
  const source = { envelope: message.envelope, report: reportOf(result), decision }
  const bytes = writeCusres({ ...source, problems: problems ?? problemsOf(message) }, OPTIONS, dialect)
  return new TextDecoder('latin1').decode(bytes)
}

test.group('CUSRES | written', () => {
  test('an acceptance: partners change places, the number answered and the number given', async ({ assert }) => {
    const text = await answerTo(cuscar(...HEADER, ...PLAIN), ACCEPTED)
    assert.equal(
      text,
      "UNB+UNOC:3+CUSTOMS+SENDER+261122:0815+ANS0001'UNH+1+CUSRES:D:96B:UN'BGM+962+ANS0001+44'DTM+137:202611220815:203'" +
        "GIS+1'RFF+ACW:MAN0001'RFF+ABT:REG/1'UNT+7+1'UNZ+1+ANS0001'"
    )
  })

  test('a rejection tells each Problem with consignment, segment and code', async ({ assert }) => {
    const segments = segmentsOf(await answerTo(cuscar(...BAD), REJECTED)).map((segment) =>
      segment.map((element) => element.join(':')).join('+')
    )
    assert.includeMembers([...segments], ['BGM+963+ANS0001+27', 'GIS+2', 'ERP+2:2+CNI:11:5', 'ERC+SEMDOMIS::ZZZ'])
    const of = segments.indexOf('ERP+2:BL0003+LOC:14:5')
    assert.isAbove(of, 0)
    assert.deepEqual(segments.slice(of + 1, of + 3), ['ERC+REFLOCOD::ZZZ', 'FTX+AAO+++REF-LOCODE'])
  })

  for (const [version, directory] of [
    ['D:95B', 'D95B'],
    ['D:96B', 'D96B'],
    ['D:99B', 'D99B'],
    ['D:01A', 'D01A'],
    ['D:02B', 'D02B'],
    ['D:16A', 'D16A'],
    ['D:77X', 'D96B'],
  ] as const) {
    for (const decision of [ACCEPTED, { ...ACCEPTED, outcome: 'accepted_with_problems' } as const, REJECTED]) {
      test(`to ${version}, ${decision.outcome}: as the tables of ${directory} say`, async ({ assert }) => {
        const text = await answerTo(cuscar(...BAD).replace('D:96B', version), decision)
        assert.deepEqual(faultsOf(directory, text), [])
        const [answer] = (await read(text)).messages
        assert.equal(answer?.type, 'CUSRES')
        assert.equal(answer?.version, `D.${directory.slice(1)}`)
        assert.deepEqual(answer?.problems, [])
      })
    }
  }

  test('the tables find what is wrong with an answer', async ({ assert }) => {
    const text = await answerTo(cuscar(...BAD), REJECTED)
    assert.isNotEmpty(faultsOf('D95B', text))
    assert.isNotEmpty(faultsOf('D16A', text))
    assert.deepEqual(faultsOf('D96B', text.replace(/DTM\+137[^']*'/, '').replace("GIS+2'", "GIS+2+X'")), [
      'GIS has too many elements',
    ])
    assert.deepEqual(faultsOf('D96B', text.replace(/BGM[^']*'/, '')), ['BGM is missing'])
    assert.deepEqual(faultsOf('D96B', text.replace('ERC+SEMDOMIS', 'ERC+SEM-DOCUMENT')), ['ERC 9321 is SEM-DOCUMENT'])
  })

  test('more Problems than a directory has room for: the last place says how many', async ({ assert }) => {
    const many: readonly Problem[] = Array.from({ length: 130 }, () => ({ code: 'REF-LOCODE', severity: 'warning' }))
    for (const [version, directory, most] of [
      ['D:95B', 'D95B', 50],
      ['D:01A', 'D01A', 99],
    ] as const) {
      const text = await answerTo(cuscar(...HEADER, ...PLAIN).replace('D:96B', version), REJECTED, many)
      assert.deepEqual(faultsOf(directory, text), [])
      assert.lengthOf(text.match(/ERP\+/g) ?? [], most)
      assert.include(text, `ERP+1:${130 - most + 1}'ERC+SYNMANY::ZZZ'`)
    }
  })

  test('in a country’s dialect: its directory, its name for the number, and sentences in pieces', async ({
    assert,
  }) => {
    const said = `Añadir ${'x'.repeat(300)}`
    const dialect: CusresDialect = { directory: ['D', '01A'], answered: 'AFB', say: () => said }
    const text = await answerTo(cuscar(...BAD).replace('UNOC', 'UNOA'), REJECTED, undefined, dialect)
    assert.deepEqual(faultsOf('D01A', text), [])
    assert.include(text, "UNH+1+CUSRES:D:01A:UN'")
    assert.include(text, "RFF+AFB:MAN0001'")
    const [first] = segmentsOf(text).filter(([tag]) => tag?.[0] === 'FTX')
    const [code, ...pieces] = first![4]!
    assert.match(code!, /^[A-Z]+-/)
    assert.deepEqual(
      pieces.map(({ length }) => length),
      [70, 70, 70, 70]
    )
    assert.equal(pieces.join(''), `Anadir ${'x'.repeat(270)}...`)
    const early: CusresDialect = { ...dialect, directory: ['D', '95B'] }
    assert.notInclude(await answerTo(cuscar(...BAD), REJECTED, undefined, early), 'FTX')
  })

  test('separators of the partner are written, and protected inside texts', async ({ assert }) => {
    const swapped = [...cuscar(...HEADER, ...PLAIN).replace('MAN0001', 'MAN?+1?:2')]
      .map((sign) => ({ '+': '|', ':': '^', "'": '~' })[sign] ?? sign)
      .join('')
    const filed = `UNA^|.? ~${swapped.replace('?|1?^2', '?|1?^2')}`
    const text = await answerTo(filed, { outcome: 'accepted', registration: 'A|B^C~D?E' })
    assert.isTrue(text.startsWith('UNA^|.? ~UNB|UNOC^3|CUSTOMS|SENDER|'))
    assert.include(text, 'RFF|ABT^A?|B?^C?~D??E~')
    assert.include(text, 'RFF|ACW^MAN?|1?^2~')
    assert.deepEqual((await read(text)).codes, [])
  })

  test('where nothing protects, a sign in a text becomes a blank', async ({ assert }) => {
    const text = await answerTo(`UNA:+.  '${cuscar(...HEADER, ...PLAIN)}`, {
      outcome: 'accepted',
      registration: "A+B'C",
    })
    assert.include(text, "RFF+ABT:A B C'")
  })

  test('characters go as far as the syntax identifier allows', async ({ assert }) => {
    const decision: AnswerDecision = { outcome: 'accepted', registration: 'Ñandú 海' }
    const as = async (syntax: string) => {
      const result = await read(cuscar(...HEADER, ...PLAIN).replace('UNOC', syntax))
      const envelope = result.messages[0]?.envelope
      if (!envelope) throw new Error('no envelope')
      return writeCusres({ envelope, report: reportOf(result), problems: [], decision }, OPTIONS)
    }
    const shown = (bytes: Uint8Array, charset: string) =>
      new TextDecoder(charset).decode(bytes).match(/ABT:([^']*)/)?.[1]
    assert.equal(shown(await as('UNOC'), 'latin1'), 'Ñandú Hai')
    assert.equal(shown(await as('UNOW'), 'utf-8'), 'Ñandú 海')
    assert.equal(shown(await as('UNOA'), 'latin1'), 'Nandu Hai')
    assert.isTrue((await as('UNOE')).every((byte) => byte < 0x80))
  })

  test('a test is answered as a test, version 4 has years of four digits', async ({ assert }) => {
    const test4 = cuscar(...HEADER, ...PLAIN)
      .replace('UNOC:3', 'UNOC:4')
      .replace("+77'", "+77++++++1'")
    const text = await answerTo(test4, ACCEPTED)
    assert.isTrue(text.startsWith("UNB+UNOC:4+CUSTOMS+SENDER+20261122:0815+ANS0001++++++1'"))
  })
})

test.group('CUSRES | codes', () => {
  test('every Problem has a code of eight characters of its own', ({ assert }) => {
    const codes = Object.keys(PROBLEM_CODES).map(errorCode)
    assert.equal(new Set(codes).size, codes.length)
    for (const code of codes) assert.match(code, /^[A-Z0-9]{5,8}$/)
  })

  test('directories nobody published are answered in D.96B', ({ assert }) => {
    assert.deepEqual(shapeOf('1.4').directory, ['D', '96B'])
    assert.deepEqual(shapeOf('D.93A').directory, ['D', '96B'])
    assert.deepEqual(shapeOf('D.21B').directory, ['D', '21B'])
  })
})
