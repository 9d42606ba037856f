import { test } from '@japa/runner'
import { GENERIC_ASYCUDA } from '#core/formats/asycuda/generic_profile'
import type { AsycudaProfile } from '#core/formats/profile'
import { firstOf, read, reportOf } from '#sdk/testing'
import { awmds, bol, el, els, GENERAL, LOOSE, PLAIN } from './asycuda_texts.js'

/** One stored bill as the client of ASYCUDA exports it. */
const EXPORTED = `<?xml version="1.0"?>${el(
  'AsycudaWorld_Manifest',
  el(
    'Identification_segment',
    els({
      Registry_number: '2026 17',
      Voyage_number: '114N',
      Date_of_departure: '6/9/26',
      Bol_reference: 'BL0007',
    }),
    el('Customs_office_segment', els({ Code: 'JMKCT', Name: 'KINGSTON' }))
  ),
  el(
    'Bol_specific_segment',
    els({ Line_number: 3, Sub_line_number: '<null/>', Status: 'HSE', Previous_document_reference: 'BL0001' }),
    el('Bol_Nature', 23),
    el('Bol_type_segment', el('Code', 710)),
    el('Exporter_segment', els({ Code: '<null/>', Name: 'EXAMPLE EXPORT SA', Address: 'BOGOTA' })),
    el('Consignee_segment', els({ Code: '001234567', Name: 'EXAMPLE IMPORTS LTD', Address: 'KINGSTON' })),
    el('Place_of_loading_segment', els({ Code: 'COCTG', Name: 'CARTAGENA' })),
    el('Place_of_unloading_segment', els({ Code: 'JMKIN', Name: 'KINGSTON' })),
    el('Packages_segment', els({ Package_type_code: 'CT', Number_of_packages: 12 })),
    el('Shipping_segment', els({ Shipping_marks: 'N/M' })),
    el('Goods_segment', els({ Goods_description: 'TILES', Goods_hs_code: '6907.21' })),
    el('Totals_segment', els({ Total_gross_mass_manifested: 300 })),
    el('Freight_segment', els({ Value: 100, Currency: 'USD', Indicator: 'CC' }))
  )
)}`

const own = (reading: AsycudaProfile['reading']): AsycudaProfile => ({
  ...GENERIC_ASYCUDA,
  code: 'x.own',
  reading,
  detect: { clues: [{ what: 'recipient', startsWith: 'JM', weight: 1 }], minimum: 0.5 },
})

test.group('ASYCUDA | documents', () => {
  test('the export of one bill: short names below their segments, American dates, empty elements', async ({
    assert,
  }) => {
    const result = await read(EXPORTED)
    const report = reportOf(result)
    const { consignment, usable } = firstOf(result)
    assert.isTrue(usable)
    assert.deepEqual(
      [report.type, report.function, report.controlReference, report.conveyance.etd, report.recipient],
      ['AsycudaWorld_Manifest', 'add', '2026 17', '2026-06-09', 'JMKCT']
    )
    assert.equal(report.documentReference, 'JMKCT 114N 2026-06-09 BL0007')
    assert.deepEqual(
      [consignment.reference, consignment.level, consignment.masterReference, consignment.nature],
      ['BL0007', 'house', 'BL0001', 'import']
    )
    assert.deepEqual(
      consignment.parties.map(({ role, name, identifiers }) => [role, name, identifiers.length]),
      [
        ['consignor', 'EXAMPLE EXPORT SA', 0],
        ['consignee', 'EXAMPLE IMPORTS LTD', 1],
      ]
    )
    const [item] = consignment.items
    assert.deepEqual(
      [item?.description, item?.hsCodes, item?.packages?.count, item?.grossWeightKg],
      ['TILES', ['690721'], 12, 300]
    )
    assert.deepEqual(consignment.freight, { amount: '100', currency: 'USD', payment: 'collect' })
    assert.deepEqual(result.codes, [])
  })

  test('what each root asks for')
    .with([
      { root: 'Awmds', filed: 'original' },
      { root: 'Awbolegmds', filed: 'original' },
      { root: 'AWAPPEND', filed: 'add' },
      { root: 'Awmcds', filed: 'add' },
    ])
    .run(async ({ assert }, { root, filed }) => {
      const report = reportOf(await read(PLAIN.replaceAll('Awmds>', `${root}>`)))
      assert.deepEqual([report.type, report.function, report.consignments.length], [root, filed, 2])
    })

  test('documents of a pack are messages of their own, and so are documents in a row', async ({ assert }) => {
    const document = PLAIN.replace(/<\?.*\?>\n/, '')
    for (const text of [el('AsycudaWorldPack', document, document), document + PLAIN + document]) {
      const { messages } = await read(text)
      assert.deepEqual(
        messages.map(({ index, report }) => [index, report?.consignments.length]),
        Array.from(messages, (_, at) => [at, 2])
      )
      const last = messages.at(-1)?.report?.consignments[0]
      assert.equal(last?.provenance.reference?.[0]?.message, messages.length - 1)
      const [at] = last?.provenance.reference ?? []
      assert.equal(text.slice(at?.offset, (at?.offset ?? 0) + (at?.length ?? 0)), 'BL0001')
    }
  })

  test('a profile names elements of its own, codes, identifiers and what it must have', async ({ assert }) => {
    const text = awmds(bol('BL0001', { ...LOOSE, extra: el('Numero_NIT', '12345') }))
      .replace('<Consignee_code>', '<Importer_TRN>')
      .replace('</Consignee_code>', '</Importer_TRN>')
    const profile = own({
      aliases: { importer_trn: 'consignee_code', numero_nit: 'location_code' },
      identifierTypes: { consignee: 'TRN' },
      mandatory: { header: [], consignment: ['shipping_marks'] },
      functions: { awmds: 'replace' },
    })
    const result = await read(text, { profiles: [profile] })
    const { consignment, problems } = firstOf(result)
    assert.deepEqual(consignment.parties[1]?.identifiers, [{ type: 'TRN', value: '001234567' }])
    assert.equal(consignment.places.warehouse, '12345')
    assert.deepEqual([reportOf(result).function, reportOf(result).profile], ['replace', 'x.own@1'])
    assert.deepEqual(problems.find(({ code }) => code === 'SEM-FIELD-MISSING')?.params, { field: 'shipping_marks' })
    assert.include((await read(text)).codes, 'SYN-UNKNOWN-TAG')
  })

  test('rules of one filer hold for that filer alone', async ({ assert }) => {
    const profile: AsycudaProfile = {
      ...own({}),
      senders: [{ sender: 'CAR01', reading: { fullness: { FCL: 'empty' } } }],
    }
    const fullness = async (text: string) =>
      firstOf(await read(text, { profiles: [profile] })).consignment.equipment[0]?.fullness
    assert.equal(await fullness(PLAIN), 'empty')
    assert.equal(await fullness(PLAIN.replace('CAR01', 'CAR02')), 'full')
  })

  test('vehicles that roll: by their segments, or by the numbers in the marks', async ({ assert }) => {
    const goods = (marks: string, inside = ''): string =>
      el(
        'Goods_segment',
        els({ Number_of_packages: 2, Gross_mass: 2600, Shipping_marks: marks, Goods_description: 'USED CARS' }),
        els({ Num_of_vehicles_for_this_bol: 2 }),
        inside
      )
    const vins = ['JTEXMPLE0A0000001', 'JTEXMPLE0A0000002']
    const segments = vins.map((vin) => el('Vehicle_segment', el('VIN', vin))).join('')
    for (const text of [goods(vins.join(' / ')), goods('N/M', segments)]) {
      const { consignment } = firstOf(await read(awmds(bol('BL0001', { containers: '', goods: text }))))
      assert.deepEqual(
        consignment.equipment.map(({ number, kind }) => [number, kind]),
        vins.map((vin) => [vin, 'other'])
      )
    }
    const one = await read(awmds(bol('BL0001', { containers: '', goods: goods(vins[0] ?? '') })))
    assert.include(one.codes, 'TOT-COUNT')
  })

  test('level of a bill: {type}, {flag}, {master} is {level}')
    .with([
      { type: 'HSB', flag: '0', master: '', level: 'house', codes: [] },
      { type: 'MSB', flag: '0', master: '', level: 'master', codes: [] },
      { type: '710', flag: '0', master: '', level: 'straight', codes: [] },
      { type: 'BOL', flag: '1', master: '', level: 'master', codes: [] },
      { type: 'BOL', flag: '0', master: 'MB1', level: 'house', codes: [] },
      // The mark holds a number of containers, and the type is one of another country.
      { type: 'BOL', flag: '3', master: '', level: 'straight', codes: ['REF-CODE'] },
      { type: 'QQQ', flag: '0', master: '', level: 'straight', codes: ['REF-CODE'] },
      { type: 'BOL', flag: '0', master: 'BL0001', level: 'straight', codes: [] },
    ])
    .run(async ({ assert }, { type, flag, master, level, codes }) => {
      const id = el('Bol_id', els({ Bol_reference: 'BL0001', Bol_nature: 23, Bol_type_code: type }))
      const text = awmds(
        bol('BL0001', { ...LOOSE, id: id.replace('</Bol_id>', `${el('Master_bol_ref_number', master)}</Bol_id>`) })
      )
      const { consignment, problems } = firstOf(
        await read(text.replace('<Consolidated_Cargo>0<', `<Consolidated_Cargo>${flag}<`))
      )
      assert.equal(consignment.level, level)
      assert.equal(consignment.masterReference, level === 'house' && master ? master : null)
      assert.deepEqual(
        problems.flatMap(({ code }) => (code.startsWith('REF') ? [code] : [])),
        codes
      )
    })

  test('attached files are no cargo, however large', async ({ assert }) => {
    const attached = el('Attached_Document', els({ Code: 'INV', Filename: 'a.pdf', Base64: 'QUJD'.repeat(50_000) }))
    const result = await read(PLAIN.replace('<Bol_segment>', `${attached}<Bol_segment>`))
    assert.lengthOf(reportOf(result).consignments, 2)
    assert.notInclude(result.codes, 'SYN-UNKNOWN-TAG')
  })

  test('a header alone is a manifest without consignments', async ({ assert }) => {
    const report = reportOf(await read(el('Awmds', GENERAL)))
    assert.lengthOf(report.consignments, 0)
    assert.equal(report.documentReference, 'JMKCT 114N 2026-11-18')
  })
})
