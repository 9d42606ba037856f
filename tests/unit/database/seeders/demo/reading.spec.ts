import { join } from 'node:path'
import type { ReadMessage } from '#core/formats/format'
import { readFile } from '#core/formats/read_file'
import type { DemoAdministration, TrafficMessage } from '#database/seeders/demo/traffic'
import { loadReferenceData } from '#platform/reference/load_reference_data'
import { GUATEMALA_D01A } from '#plugins/guatemala/formats/d01a'
import { JAMAICA_ASYCUDA } from '#plugins/jamaica/formats/asycuda'
import { test } from '@japa/runner'
import { ADMINISTRATIONS, SEED, current } from './traffic.js'

const reference = loadReferenceData(join(import.meta.dirname, '../../../../../database/reference'))

const read = async ({ bytes }: TrafficMessage): Promise<ReadMessage[]> => {
  const messages: ReadMessage[] = []
  for await (const message of readFile(bytes, { profiles: [GUATEMALA_D01A, JAMAICA_ASYCUDA], reference }))
    messages.push(message)
  return messages
}

const problemsOf = ({ problems, report }: ReadMessage) => [
  ...problems,
  ...(report?.consignments.flatMap((one) => one.problems) ?? []),
]
const EXPECTED_PROBLEMS: Readonly<Record<DemoAdministration, readonly string[]>> = {
  GT: [
    'SYN-CHARSET',
    'SYN-COUNT',
    'SYN-MOJIBAKE',
    'REF-ISO-TYPE',
    'TOT-COUNT',
    'TOT-WEIGHT',
    'SEM-TO-ORDER',
    'SEM-NATURE-CONFLICT',
    'REF-CHECKDIGIT-CTN',
  ],
  JM: [
    'SYN-CHARSET',
    'SYN-COUNT',
    'TOT-COUNT',
    'SEM-TO-ORDER',
    'SEM-SAME-AS',
    'SEM-NATURE-CONFLICT',
    'REF-CHECKDIGIT-CTN',
  ],
}
const PROFILES: Readonly<Record<DemoAdministration, string>> = { GT: 'guatemala.d01a', JM: 'cuscar.generic' }

test.group(`Demo traffic | read by intake (seed ${SEED})`, () => {
  test('every message is understood with the consignments and boxes it was made of', async ({ assert }) => {
    for (const administration of ADMINISTRATIONS) {
      const codes = new Set<string>()
      for (const message of current(administration)) {
        const [found, ...more] = await read(message)
        assert.deepEqual(more, [])
        const edifact = message.type === 'CUSCAR'
        const profile = edifact ? PROFILES[administration] : 'jamaica.asycuda'
        assert.equal(found?.report?.profile.split('@')[0], profile)
        assert.equal(found?.report?.functionCode, edifact ? message.expect.functionCode : null)
        assert.equal(found?.report?.documentReference, message.expect.documentReference)
        assert.equal(found?.counts.consignments, message.expect.consignments, message.filename)
        assert.equal(found?.counts.equipment, message.expect.equipment, message.filename)
        const problems = found ? problemsOf(found) : []
        assert.deepEqual(
          problems.filter(({ severity }) => severity === 'error' || severity === 'fatal'),
          [],
          message.filename
        )
        for (const { code } of problems) codes.add(code)
      }
      assert.includeMembers([...codes], [...EXPECTED_PROBLEMS[administration]])
    }
  })

  test('Northern Celebration reads as the reference case', async ({ assert }) => {
    const [, change] = current('JM').filter(({ story }) => story === 'northern-celebration')
    const [message] = change ? await read(change) : []
    const consignment = message?.report?.consignments[0]?.consignment
    const code = (place: { readonly code: string | null } | null | undefined): string | null => place?.code ?? null
    assert.equal(consignment?.reference, 'NRCL CTG 4471 0926')
    assert.deepEqual(
      [
        code(consignment?.places.receipt),
        code(consignment?.places.loading),
        code(consignment?.places.transhipment[0]),
        code(consignment?.places.discharge),
      ],
      ['COMDE', 'COCTG', 'VEPBL', 'JMKIN']
    )
    assert.equal(consignment?.totals.grossWeightKg, 14_880)
    assert.deepEqual(
      consignment?.equipment.map(({ number, sizeType, temperatureC, seals }) => ({
        number,
        sizeType,
        temperatureC,
        seals,
      })),
      [{ number: 'NRCU4832072', sizeType: '45R1', temperatureC: null, seals: ['NR0088142'] }]
    )
    assert.deepEqual(
      consignment?.parties.slice(0, 2).map(({ name, address }) => [name, address]),
      [
        ['Cer\u00E1micas Alto Nare S.A.S.', 'Calle 31 No. 41-20, Itagui, Medellin'],
        ['Blue Mahoe Interiors Ltd', 'P.O. Box 318, Kingston 10'],
      ]
    )
    assert.deepInclude(message?.report?.conveyance, { voyage: '903N', eta: '2026-11-26T08:00' })
    assert.equal(message?.report?.conveyance.loading?.code, 'VEPBL')
  })
})
