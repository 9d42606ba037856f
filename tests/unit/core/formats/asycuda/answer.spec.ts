import { test } from '@japa/runner'
import { writeManifestAnswer } from '#core/formats/asycuda/answers/manifest_answer'
import { inspectFile, problemsOf } from '#core/formats/inspect'
import type { Problem } from '#core/kernel/problem'
import { ElementReader, type ElementHandler } from '#core/formats/xml/element_reader'
import { TextDecoding } from '#core/formats/xml/decoding'
import { XML_LIMITS } from '#core/formats/xml/limits'
import { UnitText } from '#core/formats/xml/unit_text'
import { read, reportOf, SAMPLE_REFERENCE } from '#sdk/testing'
import { PLAIN } from './asycuda_texts.js'

const OPTIONS = { reference: 'ANS-1', writtenAt: '2026-11-21T09:15' }

/** Reads an answer with our own reader: path → texts, and whether anything had to be put right. */
const readBack = (bytes: Uint8Array) => {
  const texts = new Map<string, string[]>()
  const wrong: string[] = []
  const decoding = new TextDecoding('utf-8', undefined, null)
  const handler: ElementHandler = {
    open: () => {},
    close: ({ path, wide, textFrom }) => {
      const key = path.replace(/\[\d+\]/g, '')
      if (textFrom >= 0) texts.set(key, [...(texts.get(key) ?? []), decoding.decode(wide).text])
    },
    attribute: (name) => wrong.push(name),
    truncated: () => wrong.push('truncated'),
    outside: () => wrong.push('outside'),
    repaired: (what) => wrong.push(what),
    stopped: (why) => wrong.push(why),
  }
  const plain = { canonical: (name: string) => name, isLeaf: () => false, isKnown: () => true, endsBefore: () => false }
  const reader = new ElementReader(handler, plain, XML_LIMITS, 0)
  reader.push(new UnitText('bytes').text(bytes))
  reader.finish()
  return { texts, wrong, of: (path: string) => texts.get(`/Manifest_answer/${path}`) ?? [] }
}

const answer = async (
  text: string,
  outcome: 'accepted' | 'accepted_with_problems' | 'rejected',
  problems?: readonly Problem[]
) => {
  const result = await read(text)
  const told = problems ?? result.messages.flatMap(problemsOf)
  const decision = { outcome, registration: outcome === 'rejected' ? null : 'JM 2026 44' }
  return readBack(writeManifestAnswer({ report: reportOf(result), problems: told, decision }, OPTIONS))
}

test.group('ASYCUDA | answers', () => {
  test('says which manifest, what was decided, and under which number', async ({ assert }) => {
    const back = await answer(PLAIN, 'accepted', [])
    assert.deepEqual(back.wrong, [])
    assert.deepEqual(
      [
        back.of('Answer_id/Answer_reference'),
        back.of('Manifest_id/Manifest_type'),
        back.of('Manifest_id/Manifest_reference'),
        back.of('Manifest_id/Total_number_of_bols'),
        back.of('Outcome'),
        back.of('Registry_number'),
      ],
      [['ANS-1'], ['Awmds'], ['JMKCT 114N 2026-11-18'], ['2'], ['accepted'], ['JM 2026 44']]
    )
    assert.deepEqual(
      [...back.texts.keys()].filter((path) => path.includes('Problem')),
      []
    )
  })

  test('each Problem has its code, its bill and its place in the sender’s file', async ({ assert }) => {
    const text = PLAIN.replace('MSKU1234565', 'MSKU1234566').replace('<Gross_mass>500<', '<Gross_mass>1.2.3<')
    const back = await answer(text, 'accepted_with_problems')
    const problem = 'Problems_segment/Problem_segment'
    const codes = back.of(`${problem}/Code`)
    assert.includeMembers([...codes], ['REF-CHECKDIGIT-CTN', 'SYN-NUMBER'])
    assert.include(back.of(`${problem}/Bol_reference`), 'BL0002')
    assert.include(back.of(`${problem}/Place/Path`), '/Awmds/Bol_segment[2]/Goods_segment/Gross_mass')
    assert.include(back.of(`${problem}/Place/Byte_offset`), String(text.indexOf('1.2.3')))
    assert.include(back.of(`${problem}/Detail/Value`), '1.2.3')
    assert.lengthOf(back.of(`${problem}/Severity`), codes.length)
  })

  test('a sentence stands with the code where the country says one', async ({ assert }) => {
    const result = await read(PLAIN)
    const problems: readonly Problem[] = [{ code: 'REF-CODE', severity: 'warning', params: { value: '7' } }]
    const decision = { outcome: 'accepted_with_problems', registration: null } as const
    const say = ({ code, params }: Problem) => `${code} <${params?.['value']}>`
    const back = readBack(writeManifestAnswer({ report: reportOf(result), problems, decision, say }, OPTIONS))
    assert.deepEqual(back.wrong, [])
    assert.deepEqual(back.of('Problems_segment/Problem_segment/Text'), ['REF-CODE <7>'])
  })

  test('texts are escaped, control characters left out, a flood is counted', async ({ assert }) => {
    const found = (value: string): Problem => ({ code: 'REF-CODE', severity: 'warning', params: { value } })
    const escaped = await answer(PLAIN, 'rejected', [found(`A & <B> "C" \u0007 ñ ]]>`)])
    assert.deepEqual(
      [escaped.wrong, escaped.of('Problems_segment/Problem_segment/Detail/Value')],
      [[], ['A & <B> "C" ñ ]]>']]
    )
    const flood = await answer(
      PLAIN,
      'rejected',
      Array.from({ length: 1_500 }, () => found('x'))
    )
    assert.lengthOf(flood.of('Problems_segment/Problem_segment/Code'), 999)
    assert.deepEqual(flood.of('Problems_segment/More_problems'), ['501'])
  })

  test('an inspection counts what the answer is about', async ({ assert }) => {
    const bytes = new TextEncoder().encode(PLAIN)
    const { inspection } = await inspectFile('x.xml', bytes, { profiles: [], reference: SAMPLE_REFERENCE })
    const { format, messages, consignments, equipment } = inspection
    assert.deepEqual([format, messages, consignments, equipment], ['ASYCUDA', 1, 2, 1])
  })
})
