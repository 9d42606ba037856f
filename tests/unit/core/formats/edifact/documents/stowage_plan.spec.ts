import { test } from '@japa/runner'
import { BAPLIE_2, BAPLIE_3, DOCUMENT_TEXTS, edifact, MOVINS } from '../../document_texts.js'
import { cut, documentOf } from './document_of.js'

const plan2 = (...segments: readonly string[]) => edifact('BAPLIE:D:95B:UN:SMDG20', ...segments)
/** What one exporter sends: a digit before the first element of everything but BGM and DTM. */
const shifted = (segments: readonly string[]): readonly string[] =>
  segments.map((segment) => (/^(?:BGM|DTM)/.test(segment) ? segment : segment.replace('+', '+2+')))

test.group('Bay plan | SMDG 2', () => {
  test('slots with what stands in them', async ({ assert }) => {
    const { document, counts, codes } = await documentOf(plan2(...BAPLIE_2), 'stowage_plan')
    assert.deepEqual(codes, [])
    assert.deepInclude(counts, { consignments: 0, equipment: 2, equipmentRecords: 2, slots: 2 })
    const [reefer, empty] = document.slots
    assert.deepEqual(reefer?.position, { asFiled: '0380882', cell: { bay: 38, row: 8, tier: 82 } })
    const record = reefer?.equipment[0]
    assert.containSubset(record, {
      number: 'MSKU1234565',
      kind: 'container',
      checkDigitValid: true,
      sizeType: '45R1',
      fullness: 'full',
      grossKg: 21_500,
      temperatureC: 13.3,
      operator: 'XCAR',
      description: 'BANANAS',
      bill: null,
    })
    assert.equal(record?.places.loading?.code, 'ECGYE')
    assert.equal(record?.places.discharge?.code, 'JMKIN')
    assert.equal(record?.places.delivery?.code, 'USPEF')
    assert.containSubset(empty?.equipment[0], { fullness: 'empty', grossKg: 2267.962, bill: 'BL0007' })
    assert.deepEqual(empty?.equipment[0]?.dangerousGoods, [{ unNumber: '1263', class: '3' }])
  })

  test('times behind both ports are of the one they can be of', async ({ assert }) => {
    const { document } = await documentOf(plan2(...BAPLIE_2), 'stowage_plan')
    assert.deepEqual(
      document.calls.map(({ qualifier, place, eta, etd }) => [qualifier, place.code, eta, etd]),
      [
        ['5', 'ECGYE', null, '2026-11-20T18:00'],
        ['61', 'JMKIN', '2026-11-25T06:00', null],
      ]
    )
    assert.equal(document.conveyance.means.imo, '9074729')
    assert.equal(document.conveyance.etd, '2026-11-20T18:00')
  })

  test('every value has its place in the original', async ({ assert }) => {
    const text = plan2(...BAPLIE_2)
    const { document } = await documentOf(text, 'stowage_plan')
    const slot = document.slots[0]
    assert.equal(cut(text, slot?.provenance['position']?.[0]), '0380882')
    const of = slot?.equipment[0]?.provenance ?? {}
    assert.equal(cut(text, of['number']?.[0]), 'MSKU1234565')
    assert.equal(cut(text, of['grossKg']?.[0]), '21500')
    assert.equal(cut(text, of['places.discharge']?.[0]), 'JMKIN:139:6')
    assert.equal(cut(text, document.provenance['calls.1.eta']?.[0]), '2611250600')
  })

  test('a spurious element behind every tag is passed over, and said', async ({ assert }) => {
    const straight = await documentOf(plan2(...BAPLIE_2), 'stowage_plan')
    const text = plan2(...shifted(BAPLIE_2))
    const repaired = await documentOf(text, 'stowage_plan')
    const plain = (value: unknown) => JSON.stringify(value, (key, inner) => (key === 'provenance' ? undefined : inner))
    assert.equal(plain(repaired.document), plain(straight.document))
    assert.deepEqual(repaired.counts, straight.counts)
    assert.deepEqual(repaired.codes, ['SYN-SKIPPED'])
    const at = repaired.document.slots[0]?.equipment[0]?.provenance['number']?.[0]
    assert.equal(cut(text, at), 'MSKU1234565')
    assert.equal(at?.element, 3)
  })

  test('a plan whose places are single digits is no shifted one', async ({ assert }) => {
    const { document, codes } = await documentOf(
      plan2('BGM++PLAN0002+9', 'LOC+147+2::5', 'MEA+WT++KGM:4', 'LOC+9+7', 'EQD+CN+MSKU1234565+45R1+++5'),
      'stowage_plan'
    )
    assert.equal(document.slots[0]?.position?.asFiled, '2')
    assert.isNull(document.slots[0]?.position?.cell ?? null)
    assert.equal(document.slots[0]?.equipment[0]?.number, 'MSKU1234565')
    assert.notInclude(codes, 'SYN-SKIPPED')
  })

  test('dialects: 6 and 12 for load and discharge, a size-type as a name, no value behind a date', async ({
    assert,
  }) => {
    const text = plan2(
      'BGM++PLAN0004+9',
      'LOC+5+ECGYE',
      'DTM+133',
      'LOC+147+0380882::5',
      'LOC+6+ECGYE',
      'LOC+12+JMKIN',
      'EQD+CN+MSKU1234565+:::45R1+++5'
    )
    const { document, codes } = await documentOf(text, 'stowage_plan')
    const record = document.slots[0]?.equipment[0]
    assert.deepEqual([record?.places.loading?.code, record?.places.discharge?.code], ['ECGYE', 'JMKIN'])
    assert.equal(record?.sizeType, '45R1')
    assert.deepEqual(codes, [])
  })

  test('a bundle: the second box goes where the first goes, its weight stays unknown', async ({ assert }) => {
    const flat = ['LOC+147+0380882::5', 'MEA+WT++KGM:9000', 'LOC+11+JMKIN', 'EQD+CN+MSKU1234565+22G1+++4']
    const { document } = await documentOf(plan2('BGM++P', ...flat, 'EQD+CN+TEMU9544485+22G1+++4'), 'stowage_plan')
    const [first, second] = document.slots[0]?.equipment ?? []
    assert.deepEqual([first?.grossKg, second?.grossKg], [9000, null])
    assert.equal(second?.places.discharge?.code, 'JMKIN')
    assert.deepEqual([first?.sequence, second?.sequence], [0, 1])
  })

  test('the same container in two slots is said, two containers without a number are not', async ({ assert }) => {
    const slot = (cell: string, number: string) => [`LOC+147+${cell}::5`, `EQD+CN+${number}+45R1+++5`]
    const twice = plan2('BGM++P', ...slot('0380882', 'MSKU1234565'), ...slot('0380884', 'MSKU1234565'))
    assert.deepEqual((await documentOf(twice, 'stowage_plan')).codes, ['SYN-DUP-REF'])
    const open = plan2('BGM++P', ...slot('0380882', ''), ...slot('0380884', ''))
    assert.deepEqual((await documentOf(open, 'stowage_plan')).codes, [])
  })
})

test.group('Bay plan | SMDG 3', () => {
  const plan3 = (...segments: readonly string[]) => edifact('BAPLIE:D:13B:UN:SMDG31', ...segments)

  test('what follows an EQD is its own, and times are of the place before them', async ({ assert }) => {
    const { document, codes, counts } = await documentOf(plan3(...BAPLIE_3), 'stowage_plan')
    assert.deepEqual(codes, [])
    assert.deepInclude(counts, { slots: 2, equipment: 1 })
    const record = document.slots[0]?.equipment[0]
    assert.containSubset(record, { number: 'MSKU1234565', verifiedGrossKg: 21_830, grossKg: null, operator: 'XCAR' })
    assert.equal(record?.places.discharge?.code, 'JMKIN')
    assert.deepEqual(
      document.calls.map(({ eta, atd }) => [eta, atd]),
      [
        [null, '2026-11-20T18:00'],
        ['2026-11-25T06:00', null],
      ]
    )
  })

  test('a place taken up by a box in another slot is empty', async ({ assert }) => {
    const { document } = await documentOf(plan3(...BAPLIE_3), 'stowage_plan')
    assert.isEmpty(document.slots[1]?.equipment)
    assert.equal(document.slots[1]?.takenUpBy, 'MSKU1234565')
  })

  test('a slot that says it holds more than it does', async ({ assert }) => {
    const text = plan3(...BAPLIE_3).replace('CNT+8:1', 'CNT+8:2')
    assert.deepEqual((await documentOf(text, 'stowage_plan')).codes, ['TOT-COUNT'])
  })

  test('a ship number one element early is still a ship number', async ({ assert }) => {
    const text = plan3(...BAPLIE_3).replace('+++9074729:IMO:306:NORTHERN EXAMPLE', '++9074729:11:NORTHERN EXAMPLE')
    const { document } = await documentOf(text, 'stowage_plan')
    assert.containSubset(document.conveyance.means, { imo: '9074729', name: 'NORTHERN EXAMPLE' })
  })
})

test.group('Stowage instruction', () => {
  test('says what to do with each slot, also with boxes not named yet', async ({ assert }) => {
    const { document, codes } = await documentOf(DOCUMENT_TEXTS['MOVINS'] ?? '', 'stowage_plan')
    assert.deepEqual(codes, [])
    assert.deepEqual(
      document.slots.map(({ instruction, equipment }) => [instruction, equipment[0]?.number, equipment[0]?.sizeType]),
      [
        ['load', null, '45R1'],
        ['discharge', 'MSKU1234565', '45R1'],
      ]
    )
  })

  test('without its head it is known by its tags', async ({ assert }) => {
    const text = MOVINS.slice(2)
      .map((segment) => `${segment}'`)
      .join('\n')
    const { document, codes } = await documentOf(`01W+1'${text}\nUNT+13+1'`, 'stowage_plan')
    assert.equal(document.type, 'MOVINS')
    assert.lengthOf(document.slots, 2)
    assert.includeMembers([...codes], ['SYN-SKIPPED', 'SYN-NO-ENVELOPE'])
  })
})
