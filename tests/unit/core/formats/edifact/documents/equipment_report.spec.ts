import { test } from '@japa/runner'
import { COARRI, CODECO, COPRAR, edifact } from '../../document_texts.js'
import { cut, documentOf } from './document_of.js'

const coarri = (...segments: readonly string[]) => edifact('COARRI:D:95B:UN:SMDG20', ...segments)

test.group('Equipment report', () => {
  test('what a terminal discharged', async ({ assert }) => {
    const text = coarri(...COARRI)
    const { document, codes, counts } = await documentOf(text, 'equipment_report')
    assert.deepEqual(codes, [])
    assert.deepInclude(counts, { consignments: 0, equipment: 1, equipmentRecords: 1 })
    assert.equal(document.activity, 'discharged')
    assert.equal(document.conveyance.discharge?.code, 'JMKIN')
    assert.deepEqual([document.calls[0]?.eta, document.calls[0]?.etd], ['2026-11-25T06:00', '2026-11-25T18:00'])
    const [box] = document.equipment
    assert.containSubset(box, {
      number: 'MSKU1234565',
      movement: 'import',
      fullness: 'full',
      tareKg: 4800,
      verifiedGrossKg: 26_300,
      grossKg: null,
      seals: ['EX12345'],
      temperatureC: 13.3,
      booking: 'BOOK0001',
      occurredAt: '2026-11-25T09:13',
      description: 'BANANAS',
    })
    assert.deepEqual(box?.position?.cell, { bay: 38, row: 8, tier: 82 })
    assert.equal(cut(text, box?.provenance['seals.0']?.[0]), 'ML-EX12345')
  })

  test('load and discharge of an on-carriage are not the ship’s', async ({ assert }) => {
    const { document } = await documentOf(coarri(...COARRI), 'equipment_report')
    assert.equal(document.equipment[0]?.places.loading?.code, 'ECGYE')
    assert.equal(document.equipment[0]?.places.delivery?.code, 'JMKIN')
  })

  for (const [type, segments, code, activity] of [
    ['COPRAR:D:95B:UN', COPRAR, '45', 'loading_order'],
    ['COPRAR:D:95B:UN', COPRAR, '43', 'discharge_order'],
    ['COARRI:D:95B:UN', COARRI, '46', 'loaded'],
    ['COARRI:D:00B:UN', COARRI, '119', 'discharged'],
    ['CODECO:D:95B:UN', CODECO, '34', 'gate_in'],
    ['CODECO:D:95B:UN', CODECO, '36', 'gate_out'],
    ['CODECO:D:95B:UN', CODECO, '999', null],
  ] as const) {
    test(`${type} ${code} is ${activity ?? 'of no known activity'}`, async ({ assert }) => {
      const text = edifact(type, ...segments.map((segment) => segment.replace(/^BGM\+\d+/, `BGM+${code}`)))
      const { document } = await documentOf(text, 'equipment_report')
      assert.equal(document.activity, activity)
      assert.equal(document.equipment[0]?.number, 'MSKU1234565')
    })
  }

  test('a gate says when', async ({ assert }) => {
    const { document } = await documentOf(edifact('CODECO:D:95B:UN', ...CODECO), 'equipment_report')
    assert.equal(document.equipment[0]?.occurredAt, '2026-11-20T15:30')
  })

  test('a total that is not the number of records, and a box named twice', async ({ assert }) => {
    const again = [...COPRAR.slice(0, -1), 'EQD+CN+MSKU1234565+45R1', 'CNT+16:5']
    const { document, codes } = await documentOf(edifact('COPRAR:D:95B:UN', ...again), 'equipment_report')
    assert.lengthOf(document.equipment, 2)
    assert.equal(document.declaredEquipment, 5)
    assert.deepEqual(codes.toSorted(), ['SYN-DUP-REF', 'TOT-COUNT'])
  })
})
