import { test } from '@japa/runner'
import { read } from '#sdk/testing'
import { CUSREP, edifact, IFTSTA, PAXLST } from '../../document_texts.js'
import { cut, documentOf } from './document_of.js'

test.group('Status report', () => {
  test('statuses with place, time, box and the legs that follow', async ({ assert }) => {
    const text = edifact('IFTSTA:D:00B:UN', ...IFTSTA)
    const { document, codes, counts } = await documentOf(text, 'status_report')
    assert.deepEqual(codes, [])
    assert.deepInclude(counts, { consignments: 0, equipmentRecords: 1 })
    const [loaded, discharged] = document.events
    assert.containSubset(loaded, {
      bill: 'BL0001',
      booking: 'BOOK0001',
      code: 'AE',
      text: 'LOADED ON VESSEL',
      occurredAt: '2026-11-20T17:00',
      equipmentNumbers: ['MSKU1234565'],
    })
    assert.equal(loaded?.place?.code, 'ECGYE')
    const [leg] = loaded?.legs ?? []
    assert.containSubset(leg, { mode: 'sea', voyage: '026W', carrier: 'XCAR', means: { imo: '9074729' } })
    assert.deepEqual(
      leg?.calls.map(({ qualifier, place, eta, atd }) => [qualifier, place.code, eta, atd]),
      [
        ['9', 'ECGYE', null, '2026-11-20T18:00'],
        ['11', 'JMKIN', '2026-11-25T06:00', null],
      ]
    )
    assert.containSubset(discharged, { bill: 'BL0001', code: 'UV', occurredAt: '2026-11-25T09:00', legs: [] })
    assert.equal(cut(text, loaded?.provenance['occurredAt']?.[0]), '202611201700')
  })

  test('a consignment without a status is kept', async ({ assert }) => {
    const { document } = await documentOf(
      edifact('IFTSTA:D:00B:UN', 'BGM+23+S', 'CNI+1+BL0001', 'CNI+2+BL0002', 'STS+1+D'),
      'status_report'
    )
    assert.deepEqual(
      document.events.map(({ bill, code }) => [bill, code]),
      [
        ['BL0001', null],
        ['BL0002', 'D'],
      ]
    )
  })
})

test.group('Conveyance report', () => {
  test('an arrival with its places, persons and equipment', async ({ assert }) => {
    const text = edifact('CUSREP:D:99B:UN', ...CUSREP)
    const { document, codes } = await documentOf(text, 'conveyance_report')
    assert.deepEqual(codes, [])
    assert.containSubset(document, {
      event: 'arrival',
      documentReference: 'CALL0001',
      persons: { crew: 21, passengers: 2 },
      equipmentNumbers: ['MSKU1234565'],
      references: [{ qualifier: 'AFB', value: 'MAN0001' }],
      conveyance: { mode: 'sea', voyage: '026W', eta: '2026-11-25T06:00', means: { flag: 'PA', imo: '9074729' } },
    })
    assert.equal(document.conveyance.discharge?.code, 'JMKIN')
    assert.deepEqual(
      document.calls.map(({ qualifier, eta, atd }) => [qualifier, eta, atd]),
      [
        ['60', '2026-11-25T06:00', null],
        ['94', null, '2026-11-22T12:00'],
      ]
    )
    assert.equal(cut(text, document.provenance['persons.crew']?.[0]), '21')
  })

  test('Australia: date and time apart, a version behind the number, the name says departure', async ({ assert }) => {
    const text = edifact(
      'CUSREP:D:99B:UN',
      'BGM+124:::DEPART+202611210013:1+9',
      'DTM+136:20261121:102',
      'DTM+136:0700:401',
      'LOC+5+9053M::95',
      'TDT+20+N1++11+N2::95+++9074729::11'
    )
    const { document, codes } = await documentOf(text, 'conveyance_report')
    assert.deepEqual(codes, [])
    assert.equal(document.event, 'departure')
    assert.equal(document.calls[0]?.atd, '2026-11-21T07:00')
    assert.deepEqual(document.calls[0]?.place, { code: '9053M', name: null, country: null })
  })
})

test.group('Traveller list', () => {
  const paxlst = (...segments: readonly string[]) => edifact('PAXLST:D:02B:UN:IATA', ...segments)

  test('persons with their papers; the crossing leg is the conveyance', async ({ assert }) => {
    const text = paxlst(...PAXLST)
    const { document, codes, counts } = await documentOf(text, 'traveller_list')
    assert.deepEqual(codes, [])
    assert.deepInclude(counts, { passengers: 2, consignments: 0 })
    assert.isTrue(document.personal)
    assert.equal(document.of, 'passenger')
    assert.containSubset(document.conveyance, { voyage: 'XA102', etd: '2026-11-21T12:00', eta: '2026-11-21T13:50' })
    assert.deepEqual(
      document.calls.map(({ place }) => place.code),
      ['BOG', 'PTY', 'PTY', 'KIN']
    )
    const [first, second] = document.travellers
    assert.containSubset(first, {
      kind: 'passenger',
      transit: false,
      familyName: 'EXAMPLE',
      givenNames: 'ANA MARIA',
      sex: 'female',
      bornOn: '1968-02-23',
      nationality: 'CO',
      residence: 'CO',
      reservation: 'XMPL01',
      travelDocuments: [{ type: 'P', number: 'XX0000001', issuer: 'CO', expiresOn: '2030-12-31' }],
    })
    assert.equal(first?.places.embarkation?.code, 'BOG')
    assert.containSubset(second, { transit: true, bornOn: '1935-09-19', nationality: 'JM', travelDocuments: [] })
    assert.equal(cut(text, first?.provenance['travelDocuments.0.number']?.[0]), 'XX0000001')
  })

  test('problems never repeat what they are about', async ({ assert }) => {
    const text = paxlst(
      ...PAXLST.map((segment) => segment.replace('329:680223', '329:681350').replace('36:301231', '36:30'))
    )
    const { document, codes } = await documentOf(text, 'traveller_list')
    assert.deepEqual(codes, ['SYN-DATE', 'SYN-DATE'])
    assert.isNull(document.travellers[0]?.bornOn ?? null)
    const { messages } = await read(text)
    const told = JSON.stringify(messages[0]?.problems.map(({ params }) => params))
    assert.notInclude(told, '681350')
    assert.notInclude(told, '"30"')
  })

  test('a crew list, a driver, and a total that does not fit', async ({ assert }) => {
    const text = paxlst('BGM+250+C', 'NAD+FM+++EXAMPLE:ANA', 'NAD+VW+0001:109++SAMPLE:JOHN', 'CNT+41:3')
    const { document, codes } = await documentOf(text, 'traveller_list')
    assert.equal(document.of, 'crew')
    assert.deepEqual(
      document.travellers.map(({ kind }) => kind),
      ['crew', 'crew']
    )
    assert.deepEqual(codes, ['TOT-COUNT'])
  })

  test('a truck of US Customs names its list otherwise', async ({ assert }) => {
    const { document } = await documentOf(paxlst('BGM+10+L1+4', 'NAD+VW+0001:109++SAMPLE:JOHN'), 'traveller_list')
    assert.isNull(document.of)
    assert.equal(document.function, 'change')
  })
})
