import { test } from '@japa/runner'
import { bytesOf, firstOf, problemsOf, read, reportOf } from '#sdk/testing'
import { cuscar, HEADER, PLAIN } from '../../cuscar_texts.js'

const [CNI = '', RFF = '', ...REST] = PLAIN
const references = async (...segments: readonly string[]) =>
  reportOf(await read(cuscar(...HEADER, ...segments))).consignments.map(({ consignment }) => [
    consignment.level,
    consignment.reference,
    consignment.masterReference,
  ])

test.group('CUSCAR | documents', () => {
  test('{name}')
    .with([
      { name: 'a bill is straight', segments: [CNI, RFF, ...REST], expected: ['straight', 'BL0001', null] },
      { name: 'the CNI names the bill', segments: ['CNI+1+BL0009', ...REST], expected: ['straight', 'BL0009', null] },
      {
        name: 'BH beside BM is a house of it',
        segments: ['CNI+1', 'RFF+BM:M1', 'RFF+BH:H1', ...REST],
        expected: ['house', 'H1', 'M1'],
      },
      {
        name: 'component 1366 is the master',
        segments: ['CNI+1+::M2', 'RFF+BH:H2', ...REST],
        expected: ['house', 'H2', 'M2'],
      },
      {
        name: 'MB and BM together',
        segments: ['CNI+1', 'RFF+MB:M3', 'RFF+BM:H3', ...REST],
        expected: ['house', 'H3', 'M3'],
      },
      {
        name: 'house and master air waybill',
        segments: ['CNI+1', 'RFF+MWB:M4', 'RFF+HWB:H4', ...REST],
        expected: ['house', 'H4', 'M4'],
      },
      { name: 'DOC 714', segments: ['CNI+1', 'DOC+714:::61+H5', ...REST], expected: ['house', 'H5', null] },
      { name: 'a master alone is a master', segments: ['CNI+1+::M6', ...REST], expected: ['master', 'M6', null] },
    ])
    .run(async ({ assert }, { segments, expected }) => {
      assert.deepEqual(await references(...segments), [expected])
    })

  test('a second bill behind the goods of the first opens a consignment', async ({ assert }) => {
    const two = await references(CNI, RFF, ...REST, 'RFF+BM:BL0002', ...REST)
    assert.deepEqual(two, [
      ['straight', 'BL0001', null],
      ['straight', 'BL0002', null],
    ])
  })

  test('a second bill before any goods does not', async ({ assert }) => {
    assert.lengthOf(await references(CNI, RFF, 'RFF+BM:BL0002', ...REST), 1)
  })

  test('a consignment without a number is kept, unusable, and costs the others nothing', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, 'CNI+1+:::I', ...REST, 'CNI+2+BL0002', ...REST))
    const [bad, good] = reportOf(result).consignments
    assert.isFalse(bad?.usable)
    assert.deepInclude(bad?.problems[0], { code: 'SEM-DOCUMENT-MISSING', severity: 'error', consignment: 0 })
    assert.isTrue(good?.usable)
    assert.deepEqual(good?.problems, [])
  })

  test('a number that stands twice is flagged and both are kept', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, ...PLAIN, ...PLAIN))
    assert.lengthOf(reportOf(result).consignments, 2)
    assert.deepEqual(result.codes, ['SYN-DUP-REF'])
  })
})

test.group('CUSCAR | places keep their meaning', () => {
  const places = async (header: readonly string[], own: readonly string[]) =>
    firstOf(await read(cuscar(...HEADER, ...header, 'CNI+1+BL1', ...own, 'GID+1'))).consignment.places

  test('each qualifier feeds its own field', async ({ assert }) => {
    const found = await places(
      [],
      ['LOC+88+PEPIO', 'LOC+9+COCTG', 'LOC+13+PAONX', 'LOC+13+JMKIN', 'LOC+11+GTPRQ', 'LOC+7+GTSTC']
    )
    assert.deepEqual(
      [found.receipt?.code, found.loading?.code, found.discharge?.code, found.delivery?.code],
      ['PEPIO', 'COCTG', 'GTPRQ', 'GTSTC']
    )
    assert.deepEqual(
      found.transhipment.map(({ code }) => code),
      ['PAONX', 'JMKIN']
    )
  })

  test('receipt, delivery and original load never stand in for load and discharge', async ({ assert }) => {
    const found = await places([], ['LOC+88+PEPIO', 'LOC+76+COCTG', 'LOC+7+GTSTC', 'LOC+20+GTPBR'])
    assert.isNull(found.loading)
    assert.isNull(found.discharge)
    assert.equal(found.delivery?.code, 'GTSTC')
  })

  test('load and discharge of the header hold for consignments without their own', async ({ assert }) => {
    const inherited = await places(['LOC+9+CNSHA', 'LOC+11+JMKIN'], [])
    assert.deepEqual([inherited.loading?.code, inherited.discharge?.code], ['CNSHA', 'JMKIN'])
    const own = await places(['LOC+9+CNSHA'], ['LOC+9+COCTG'])
    assert.equal(own.loading?.code, 'COCTG')
  })

  test('where the ship departs and arrives is the call, not the consignment', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, 'LOC+5+CNSHA', 'LOC+60+JMKIN', 'CNI+1+BL1', 'GID+1'))
    const { conveyance } = reportOf(result)
    assert.deepEqual([conveyance.loading?.code, conveyance.discharge?.code], ['CNSHA', 'JMKIN'])
    const own = firstOf(result).consignment.places
    assert.deepEqual([own.loading, own.discharge], [null, null])
  })

  test('load and discharge of an on-carriage leg are not those of the consignment', async ({ assert }) => {
    const found = await places([], ['LOC+9+CNSHA', 'TDT+30', 'LOC+9+JMKIN', 'LOC+11+GTPRQ'])
    assert.deepEqual([found.loading?.code, found.discharge], ['CNSHA', null])
  })

  test('unknown codes stay as filed; national lists are nobody else’s business', async ({ assert }) => {
    const result = await read(
      cuscar(...HEADER, 'CNI+1+BL1', 'LOC+9+GTXXX::6', 'LOC+11+9034P::95', 'LOC+88+MIA', 'LOC+7+cn sha', 'GID+1')
    )
    const { loading, discharge, receipt, delivery } = firstOf(result).consignment.places
    assert.deepEqual(loading, { code: 'GTXXX', name: null, country: 'GT' })
    assert.deepEqual(discharge, { code: '9034P', name: null, country: null })
    assert.deepEqual(receipt, { code: 'MIA', name: null, country: null })
    assert.equal(delivery?.name, 'Shanghai')
    assert.deepEqual(result.codes, ['REF-LOCODE', 'REF-LOCODE'])
  })
})

test.group('CUSCAR | nature, freight, conveyance', () => {
  test('the consignment wins over the header, and the difference is noted', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, 'GIS+23', CNI, 'GEI+5+24', ...REST))
    assert.equal(firstOf(result).consignment.nature, 'transit')
    assert.equal(reportOf(result).nature, 'import')
    assert.deepEqual(result.codes, ['SEM-NATURE-CONFLICT'])
  })

  test('the nature of the header holds where the consignment has none', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, 'GIS+28', ...PLAIN))
    assert.equal(firstOf(result).consignment.nature, 'transhipment')
    assert.deepEqual(result.codes, [])
  })

  test('freight of zero, no currency and no value are no freight')
    .with(['MOA+144:0:USD', 'MOA+144:0.00:ZZZ', 'MOA+144:NCV:USD'])
    .run(async ({ assert }, moa) => {
      assert.isNull(firstOf(await read(cuscar(...HEADER, CNI, moa, ...REST))).consignment.freight)
    })

  test('a real freight is kept as written', async ({ assert }) => {
    const { freight } = firstOf(
      await read(cuscar(...HEADER, CNI, 'MOA+144:1950.5:USD', 'CPI+4++C', ...REST))
    ).consignment
    assert.deepEqual(freight, { amount: '1950.5', currency: 'USD', payment: 'collect' })
  })

  test('a placeholder currency is no currency', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, CNI, 'MOA+144:100:XXX', ...REST))
    assert.deepEqual(firstOf(result).consignment.freight, { amount: '100', currency: null, payment: null })
    assert.deepEqual(result.codes, ['REF-CURRENCY'])
  })

  test('ship, voyage and times', async ({ assert }) => {
    const times = ['LOC+60+JMKIN', 'DTM+132:202611260800:203']
    const result = await read(cuscar(...HEADER, ...times, ...PLAIN))
    const { conveyance } = reportOf(result)
    assert.deepEqual(conveyance.means, { name: 'NORTHERN EXAMPLE', imo: '9074729', callSign: null, flag: 'PA' })
    assert.deepEqual(
      [conveyance.mode, conveyance.voyage, conveyance.carrier.code, conveyance.eta],
      ['sea', '026W', 'XCAR', '2026-11-26T08:00']
    )
    assert.deepEqual(result.codes, [])
  })

  test('an IMO number that fails its check is no IMO number; a call sign is never checked', async ({ assert }) => {
    const wrong = await read(cuscar(...HEADER, ...PLAIN).replace('9074729', '9074728'))
    assert.isNull(reportOf(wrong).conveyance.means.imo)
    assert.deepEqual(wrong.codes, ['REF-CHECKDIGIT-IMO'])
    const sign = await read(cuscar(...HEADER, ...PLAIN).replace('9074729:146:11', '3ER4X:103'))
    assert.equal(reportOf(sign).conveyance.means.callSign, '3ER4X')
    assert.deepEqual(sign.codes, [])
  })

  test('date and time in two DTM', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, 'DTM+137:20261121:102', 'DTM+137:0700:401', ...PLAIN))
    assert.equal(reportOf(result).preparedAt, '2026-11-21T07:00')
  })

  test('a date that is none is told and left out', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, 'DTM+132:20261340:102', ...PLAIN))
    assert.isNull(reportOf(result).conveyance.eta)
    assert.deepEqual(result.codes, ['SYN-DATE'])
  })

  test('function {0} is {1}')
    .with([
      ['9', 'original'],
      ['', 'original'],
      ['5', 'replace'],
      ['20', 'replace_heading'],
      ['21', 'replace_detail'],
      ['4', 'change'],
      ['36', 'change'],
      ['2', 'add'],
      ['43', 'add'],
      ['3', 'delete'],
      ['1', 'cancel'],
      ['50', 'cancel'],
      ['22', 'status_only'],
      ['53', 'test'],
    ])
    .run(async ({ assert }, [code, expected]) => {
      const result = await read(cuscar(...HEADER, ...PLAIN).replace('MAN0001+9', `MAN0001+${code}`))
      assert.equal(reportOf(result).function, expected)
      assert.equal(reportOf(result).test, code === '53')
      assert.deepEqual(result.codes, [])
    })

  test('an unknown function changes nothing and is told', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, ...PLAIN).replace('MAN0001+9', 'MAN0001+88'))
    assert.equal(reportOf(result).function, 'status_only')
    assert.deepEqual(result.codes, ['SEM-FUNCTION'])
  })

  test('the test indicator of the interchange makes a test of anything', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, ...PLAIN).replace("+77'", "+77++++++1'"))
    assert.deepEqual(
      [reportOf(result).function, reportOf(result).functionCode, reportOf(result).test],
      ['test', '9', true]
    )
  })
})

test.group('CUSCAR | places of values', () => {
  test('every cited place holds the value in the original bytes', async ({ assert }) => {
    const text = cuscar(...HEADER, 'EQD+CN+MSKU1234565+22G1', 'SEL+S123', ...PLAIN, 'SGP+MSKU1234565+10')
    const bytes = bytesOf(text)
    const { consignment, provenance } = firstOf(await read(bytes))
    const cited = (path: string) => {
      const [at] = provenance[path] ?? []
      return at && [at.tag, at.line, text.slice(at.offset, at.offset + at.length)]
    }
    assert.equal(consignment.equipment[0]?.number, 'MSKU1234565')
    assert.deepEqual(cited('reference'), ['RFF', 8, 'BL0001'])
    assert.deepEqual(cited('places.loading'), ['LOC', 9, 'CNSHA'])
    assert.deepEqual(cited('items.0.grossWeightKg'), ['MEA', 13, '1000'])
    assert.deepEqual(cited('items.0.packages'), ['GID', 11, '10:CT'])
    assert.deepEqual(cited('equipment.0.sizeType'), ['EQD', 5, '22G1'])
    assert.deepEqual(cited('equipment.0.seals.0'), ['SEL', 6, 'S123'])
    assert.deepEqual(cited('totals.grossWeightKg'), ['MEA', 13, '1000'])
  })

  test('lines are counted through what was passed over and through wrapped envelopes', async ({ assert }) => {
    const text = cuscar(...HEADER, ...PLAIN).replace('UNB+UNOC:3', 'UNB+\nUNOC:\n3')
    const result = await read(`QD KINXX\n.GUAXX 211200\n${text}\n${text}`)
    const lines = result.messages.map(({ report }) => report?.consignments[0]?.provenance.reference?.[0]?.line)
    assert.deepEqual(lines, [10, 25])
  })

  test('unknown tags are told once with their number', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, 'XYZ+1', 'XYZ+2', ...PLAIN))
    assert.deepInclude(result.messages.flatMap(problemsOf)[0], {
      code: 'SYN-UNKNOWN-TAG',
      params: { tag: 'XYZ', count: 2 },
    })
  })
})
