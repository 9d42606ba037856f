import { test } from '@japa/runner'
import { ownCallOf } from '#app/cargo_register/document_call'
import { documentRows } from '#app/cargo_register/document_rows'
import type { ReportedDocument } from '#core/cargo/reported_document'

const place = (code: string | null) => ({ code, name: null, country: null })
const call = (qualifier: string, code: string) => ({
  qualifier,
  place: place(code),
  eta: `2026-11-2${code === 'JMKIN' ? 5 : 6}T06:00`,
  etd: null,
  ata: null,
  atd: null,
})
const record = (number: string | null, loading: string | null, discharge: string | null) => ({
  number,
  places: { loading: loading && place(loading), discharge: discharge && place(discharge) },
  seals: [],
})
const plan = (calls: unknown[], ...equipment: unknown[]) =>
  ({
    kind: 'stowage_plan',
    calls,
    slots: equipment.map((each) => ({ position: { asFiled: '0380882' }, instruction: null, equipment: [each] })),
  }) as unknown as ReportedDocument
const own = { country: 'JM', ports: new Set(['JMKIN', 'JMMBJ']) }

test.group('Call at a port of ours', () => {
  const cases: [string, unknown[], string | null][] = [
    ['the next port is ours: it arrives', [call('5', 'ECGYE'), call('61', 'JMKIN')], 'JMKIN inbound'],
    ['it left our port for another: it leaves', [call('5', 'JMKIN'), call('61', 'USPEF')], 'JMKIN outbound'],
    ['from one of our ports to another it arrives', [call('5', 'JMKIN'), call('61', 'JMMBJ')], 'JMMBJ inbound'],
    ['neither is ours', [call('5', 'ECGYE'), call('61', 'USPEF')], null],
  ]
  for (const [what, calls, expected] of cases)
    test(what, ({ assert }) => {
      const found = ownCallOf(plan(calls), own)
      assert.equal(found && `${found.port} ${found.direction}`, expected)
    })

  test('without places of the journey most of the equipment decides, discharged before loaded', ({ assert }) => {
    const boxes = [record('A', 'JMMBJ', 'USPEF'), record('B', 'ECGYE', 'JMKIN'), record('C', 'ECGYE', 'JMKIN')]
    assert.deepInclude(ownCallOf(plan([], ...boxes), own), { port: 'JMKIN', direction: 'inbound' })
    assert.deepInclude(ownCallOf(plan([], boxes[0]), own), { port: 'JMMBJ', direction: 'outbound' })
    assert.isNull(ownCallOf(plan([], record('D', 'ECGYE', 'USPEF')), own))
    assert.isNull(ownCallOf(plan([], ...boxes), { country: 'JM', ports: new Set<string>() }))
  })

  test('its time is that of the place', ({ assert }) => {
    const found = ownCallOf(plan([call('61', 'USPEF'), call('61', 'JMKIN')]), own)
    assert.equal(found?.times.eta, '2026-11-25T06:00')
  })
})

test.group('Lines of a document', () => {
  test('a slot is a line for each equipment in it; unknown numbers stay open', ({ assert }) => {
    const rows = documentRows(plan([], record('MSKU 123456-5', 'ECGYE', null), record(null, null, null)), () => 0)
    assert.deepEqual(
      rows.map(({ equipment, cell, loading_port }) => [equipment, cell, loading_port]),
      [
        ['MSKU1234565', '0380882', 'ECGYE'],
        [null, '0380882', null],
      ]
    )
  })

  test('a status is a line for each equipment it names, or one without', ({ assert }) => {
    const event = { bill: 'BL 1', code: 'UV', occurredAt: '2026-11-25T09:00', place: place('JMKIN'), equipment: [] }
    const report = {
      kind: 'status_report',
      events: [
        { ...event, equipmentNumbers: ['A1', 'B2'] },
        { ...event, equipmentNumbers: [] },
      ],
    } as unknown as ReportedDocument
    const rows = documentRows(report, () => 5)
    assert.deepEqual(
      rows.map((row) => [row.equipment, row.bill, row.status_code, row.place, row.occurred_at?.getTime()]),
      [
        ['A1', 'BL1', 'UV', 'JMKIN', 5],
        ['B2', 'BL1', 'UV', 'JMKIN', 5],
        [null, 'BL1', 'UV', 'JMKIN', 5],
      ]
    )
  })

  test('persons are no lines', ({ assert }) => {
    assert.isEmpty(documentRows({ kind: 'traveller_list' } as unknown as ReportedDocument, () => 0))
  })
})
