import { test } from '@japa/runner'
import { provenanceOf } from '#app/cargo_register/published'
import { citedSegments } from '#app/intake/published'
import { listProblems } from '#app/intake/queries/list_problems'
import type { SourceRef } from '#core/kernel/source_ref'
import { ask, file } from '#tests/support/intake'
import { workbookBytes } from '#tests/support/workbooks'
import { makePlace } from '#tests/support/world'
import { awmds, bol, LOOSE } from '#tests/unit/core/formats/asycuda/asycuda_texts'

const WORKBOOK = workbookBytes(
  [
    [
      'Awmds',
      'Customs_office_code',
      'Voyage_number',
      'Date_of_departure',
      'Carrier_code',
      'Bol_segment',
      'Bol_reference',
    ],
    [null, 'JMKCT', '114N', '2026-11-18', 'CAR01', null, 'BL0007'],
  ].map((row, at) => [
    ...row,
    ...[
      ['Consignee_name', 'Gross_mass', 'Goods_description'],
      ['EXAMPLE LTD', 412, 'TILES'],
    ][at]!,
  ]),
  'xlsx'
)
const received = `select state, format, charset, messages, consignments from tenant.received_messages where id = ?`

test.group('ASYCUDA manifests in intake', (group) => {
  group.each.timeout(60_000)

  test('XML is registered, its Problems keep their paths, and its bytes are quoted', async ({ assert }) => {
    const place = await makePlace()
    const text = awmds(bol('BL0001').replace('MSKU1234565', 'MSKU1234566'), bol('BL0002', LOOSE))
    const { id } = await file(place, Buffer.from(text))
    const [state] = await ask(place, received, [id])
    assert.deepInclude(state, { state: 'registered', format: 'ASYCUDA', messages: 1, consignments: 2 })
    const problems = await place.run(() => listProblems(id))
    const digit = problems.find(({ code }) => code === 'REF-CHECKDIGIT-CTN')
    assert.equal(digit?.segment, '/Awmds/Bol_segment/ctn_segment/Ctn_reference')
    const offset = text.indexOf('MSKU1234566')
    const [message] = await ask<{ id: string }>(place, `select id from tenant.messages where received_message_id = ?`, [
      id,
    ])
    const ref: SourceRef = { message: 0, segment: 1, tag: 'Ctn_reference', line: 4, offset, length: 11 }
    const cited = await place.run(() => citedSegments(message!.id, [ref]))
    const row = cited?.quotes[0]?.find(({ marks }) => marks.length > 0)
    assert.equal(row?.text.slice(row.marks[0]!.from, row.marks[0]!.to), 'MSKU1234566')
    assert.equal(row?.text, '<Ctn_reference>MSKU1234566</Ctn_reference>')
  })

  test('a workbook is opened by the worker, registered, and its cells are quoted', async ({ assert }) => {
    const place = await makePlace()
    const { id } = await file(place, WORKBOOK, { filename: 'manifest.xlsx' })
    const [state] = await ask(place, received, [id])
    assert.deepInclude(state, { state: 'registered', format: 'WORKBOOK', messages: 1, consignments: 1 })
    const [revision] = await ask<{ id: string; message_id: string }>(
      place,
      `select id, message_id from tenant.consignment_revisions`
    )
    const provenance = await place.run(() => provenanceOf(revision!.id))
    assert.equal(provenance['items.0.description']?.[0]?.path, 'Sheet1!J2')
    const ref: SourceRef = {
      message: 0,
      segment: 2,
      tag: 'Goods_description',
      line: 2,
      element: 10,
      offset: 0,
      length: 0,
      path: 'Sheet1!J2',
    }
    const cited = await place.run(() => citedSegments(revision!.message_id, [ref]))
    const row = cited?.quotes[0]?.find(({ marks }) => marks.length > 0)
    assert.equal(row?.text.slice(row.marks[0]!.from, row.marks[0]!.to), 'TILES')
  })

  test('a DTD and a broken workbook are kept and quarantined, and the next file is read', async ({ assert }) => {
    const place = await makePlace()
    const hostile = await file(place, Buffer.from(`<!DOCTYPE Awmds [<!ENTITY x "y">]>${awmds(bol('BL0001'))}`))
    const broken = await file(place, Buffer.concat([WORKBOOK.subarray(0, 900), Buffer.alloc(50)]))
    const next = await file(place, Buffer.from(awmds(bol('BL0009'))))
    for (const [{ id }, expected] of [
      [hostile, 'quarantined'],
      [broken, 'quarantined'],
      [next, 'registered'],
    ] as const) {
      const [state] = await ask<{ state: string }>(place, received, [id])
      assert.equal(state?.state, expected)
    }
    const [dtd] = await place.run(() => listProblems(hostile.id))
    assert.deepInclude(dtd, { code: 'SYN-DTD', severity: 'fatal', offset: 0 })
  })
})
