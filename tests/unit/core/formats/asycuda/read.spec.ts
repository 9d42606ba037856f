import { test } from '@japa/runner'
import type { SourceRef } from '#core/kernel/source_ref'
import { bytesOf, firstOf, read, reportOf } from '#sdk/testing'
import { awmds, bol, LOOSE, PLAIN } from './asycuda_texts.js'

const cut = (text: string, refs: readonly SourceRef[] | undefined): readonly string[] =>
  (refs ?? []).map(({ offset, length }) => new TextDecoder().decode(bytesOf(text).subarray(offset, offset + length)))

test.group('ASYCUDA | Awmds', () => {
  test('the header names the document, its filer and the call', async ({ assert }) => {
    const result = await read(PLAIN)
    const report = reportOf(result)
    assert.deepEqual([result.file.format, result.file.charset, result.messages[0]?.type], ['ASYCUDA', 'ascii', 'Awmds'])
    assert.deepEqual(
      [report.documentReference, report.function, report.sender, report.recipient],
      ['JMKCT 114N 2026-11-18', 'original', 'CAR01', 'JMKCT']
    )
    const { mode, means, voyage, loading, discharge, eta, etd } = report.conveyance
    assert.deepEqual(
      [mode, means.imo, means.name, means.flag, voyage, loading?.code, discharge?.code, eta, etd],
      ['sea', '9074729', 'MV EXAMPLE', 'PA', '114N', 'COCTG', 'JMKIN', '2026-11-21T06:30', '2026-11-18']
    )
    assert.deepEqual(report.declaredTotals, {
      grossWeightKg: 1500.5,
      packages: 60,
      volumeM3: null,
      consignments: 2,
      equipment: 1,
    })
  })

  test('a bill in canonical terms', async ({ assert }) => {
    const { consignment, usable } = firstOf(await read(PLAIN))
    assert.isTrue(usable)
    assert.deepEqual(
      [consignment.reference, consignment.level, consignment.nature, consignment.containerised],
      ['BL0001', 'straight', 'import', true]
    )
    const { loading, discharge, office } = consignment.places
    assert.deepEqual([loading?.code, discharge?.country, office], ['COCTG', 'JM', 'JMKCT'])
    assert.deepEqual(
      consignment.parties.map(({ role, name, identifiers }) => [role, name, identifiers]),
      [
        ['consignor', 'EXAMPLE EXPORT SA', []],
        ['consignee', 'EXAMPLE IMPORTS LTD', [{ type: 'code', value: '001234567' }]],
        ['notify', 'EXAMPLE IMPORTS LTD', []],
      ]
    )
    const [item] = consignment.items
    assert.deepEqual(
      [item?.packages, item?.grossWeightKg, item?.volumeM3, item?.hsCodes, item?.stowedIn],
      [
        { count: 40, type: 'CT', typeAsFiled: 'CT' },
        1000.5,
        12.5,
        ['690721'],
        [{ number: 'MSKU1234565', packages: 40 }],
      ]
    )
    const [box] = consignment.equipment
    assert.deepEqual(
      [box?.number, box?.checkDigitValid, box?.fullness, box?.seals, box?.tareKg, box?.grossKg],
      ['MSKU1234565', true, 'full', ['SEAL01'], 3900, 4900.5]
    )
    assert.deepEqual(consignment.freight, { amount: '950', currency: 'USD', payment: 'prepaid' })
  })

  test('every value cites its element and the original bytes', async ({ assert }) => {
    const text = PLAIN.replace('CERAMIC TILES', 'CERÁMICA &amp; TILES').replace('EXAMPLE EXPORT SA', 'O&#39;EXAMPLE')
    const { consignment, provenance } = firstOf(await read(text))
    assert.equal(consignment.items[0]?.description, 'CERÁMICA & TILES HS CODE 6907.21')
    assert.deepEqual(cut(text, provenance['items.0.description']), ['CERÁMICA &amp; TILES HS CODE 6907.21'])
    assert.equal(provenance['items.0.description']?.[0]?.path, '/Awmds/Bol_segment/Goods_segment/Goods_description')
    assert.equal(consignment.parties[0]?.name, "O'EXAMPLE")
    assert.deepEqual(cut(text, provenance['parties.0.name']), ['O&#39;EXAMPLE'])
    assert.deepEqual(cut(text, provenance['equipment.0.grossKg']), ['1000.5', '3900'])
    assert.equal(provenance['nature']?.[0]?.line, 4)
    const second = reportOf(await read(text)).consignments[1]?.provenance
    assert.equal(second?.reference?.[0]?.path, '/Awmds/Bol_segment[2]/Bol_id/Bol_reference')
  })

  test('whatever the chunks, the reading is the same', async ({ assert }) => {
    const bytes = bytesOf(PLAIN)
    for (const size of [1, 7, 61, 4096]) {
      const chunks = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
      }
      assert.deepEqual(await read(chunks()), await read(PLAIN))
    }
  })

  test('a bill without its number is kept and not usable, and costs its neighbours nothing', async ({ assert }) => {
    const report = reportOf(await read(awmds(bol('BL0001'), bol('', LOOSE), bol('BL0003', LOOSE))))
    assert.deepEqual(
      report.consignments.map(({ consignment, usable }) => [consignment.reference, usable]),
      [
        ['BL0001', true],
        [null, false],
        ['BL0003', true],
      ]
    )
    assert.include(
      report.consignments[1]?.problems.map(({ code }) => code),
      'SEM-DOCUMENT-MISSING'
    )
  })
})
