import { test } from '@japa/runner'
import { inspectFile } from '#core/formats/inspect'
import { InspectionTotals, summaryText } from '#core/formats/inspect_summary'
import { bytesOf, SAMPLE_REFERENCE } from '#sdk/testing'
import { cuscar, HEADER, PLAIN } from './cuscar_texts.js'

const inspect = (name: string, text: string) =>
  inspectFile(name, bytesOf(text), { profiles: [], reference: SAMPLE_REFERENCE })
const message = (type: string, ...segments: readonly string[]): string =>
  cuscar(...segments).replace('CUSCAR:D:96B', type)

test.group('Inspection of a file', () => {
  test('a cargo report', async ({ assert }) => {
    const text = cuscar(...HEADER, 'EQD+CN+MSKU1234565', 'EQD+BL+X1', 'EQD+BI+X2', ...PLAIN, 'CNI+2+:::I')
    const { inspection, types, functions } = await inspect('a.edi', text)
    const { problems, ...figures } = inspection
    assert.deepEqual(figures, {
      file: 'a.edi',
      format: 'EDIFACT',
      version: 'D.96B',
      types: ['CUSCAR'],
      messages: 1,
      consignments: 2,
      equipment: 3,
      counts: { equipmentRecords: 3, slots: 0, passengers: 0, segments: 15 },
    })
    assert.deepEqual(
      problems.map(({ code, severity, at }) => [code, severity, at?.tag]),
      [['SEM-DOCUMENT-MISSING', 'error', 'CNI']]
    )
    assert.deepEqual([types, functions], [['CUSCAR'], ['original']])
  })

  test('only cargo reports have consignments', async ({ assert }) => {
    const { inspection } = await inspect('a.edi', message('CUSREP:D:99B', 'BGM+124+1+9', 'CNI+1+X'))
    assert.equal(inspection.consignments, 0)
  })

  test('slots of a bay plan, with a spurious element behind every tag too', async ({ assert }) => {
    const plan = ['LOC+147+0020382::5', 'EQD+CN+MSKU1234565+45R1', 'LOC+147+0020384::5', 'EQD+CN++45R1']
    const shifted = plan.map((segment, at) => segment.replace('+', at % 2 === 0 ? '+1+' : '+3+'))
    for (const segments of [plan, shifted]) {
      const { counts, equipment } = (await inspect('b.edi', message('BAPLIE:D:95B', ...segments))).inspection
      assert.deepEqual([counts.slots, counts.equipmentRecords, equipment], [2, 2, 1])
    }
  })

  test('persons of a passenger list', async ({ assert }) => {
    const { counts } = (await inspect('p.edi', message('PAXLST:D:02B', 'NAD+MS+++X', 'NAD+FL+++A:B', 'NAD+FM+++C:D')))
      .inspection
    assert.equal(counts.passengers, 2)
  })

  test('the driver of a truck is no passenger, with or without cargo', async ({ assert }) => {
    const { counts } = (await inspect('t.edi', cuscar('BGM+85:::STANDARD+TRIP1+1', 'NAD+VW+0001'))).inspection
    assert.equal(counts.passengers, 0)
  })

  test('a file that is not understood has no figures and one problem', async ({ assert }) => {
    const { inspection } = await inspect('x.xml', '<Unknown/>')
    assert.deepInclude(inspection, { format: null, version: null, messages: 0, consignments: 0 })
    assert.deepEqual(inspection.problems, [{ code: 'SYN-NOT-UNDERSTOOD', severity: 'fatal', at: null }])
  })

  test('totals of many files', async ({ assert }) => {
    const totals = new InspectionTotals()
    totals.add(await inspect('a.edi', cuscar(...HEADER, ...PLAIN)))
    totals.add(await inspect('b.edi', cuscar(...HEADER, ...PLAIN).replace("+9'", "+1'")))
    totals.add(await inspect('c.edi', message('CUSREP:D:99B', 'BGM+124+1+9')))
    totals.add(await inspect('x.xml', '<Unknown/>'))
    totals.add(await inspect('y.xml', '<Other/>'))
    totals.addUnreadable()
    const { problems, ...summary } = totals.summary(0.4)
    assert.deepEqual(summary, {
      files: 5,
      notUnderstood: 2,
      unreadable: 1,
      messages: 3,
      consignments: 2,
      equipment: 0,
      segments: 25,
      types: { CUSCAR: 2, CUSREP: 1 },
      functions: { cancel: 1, original: 1 },
      seconds: 0.4,
      filesPerSecond: 12.5,
    })
    assert.deepInclude(problems, {
      code: 'SYN-NOT-UNDERSTOOD',
      severity: 'fatal',
      count: 2,
      files: 2,
      example: 'x.xml',
    })
  })

  test('a Problem met often in one file counts each time, and its file once', async ({ assert }) => {
    const totals = new InspectionTotals()
    totals.add(await inspect('a.edi', cuscar(...HEADER, ...PLAIN, 'CNI+2+:::I', 'CNI+3+:::I')))
    totals.add(await inspect('b.edi', cuscar(...HEADER, ...PLAIN, 'CNI+2+:::I')))
    const { problems } = totals.summary(1)
    const found = problems.find(({ code }) => code === 'SEM-DOCUMENT-MISSING')
    assert.deepEqual(found, {
      code: 'SEM-DOCUMENT-MISSING',
      severity: 'error',
      count: 3,
      files: 2,
      example: 'a.edi',
    })
    assert.equal(problems[0], found, 'the most frequent first')
  })

  test('totals as text', async ({ assert }) => {
    const totals = new InspectionTotals()
    totals.add(await inspect('a.edi', cuscar(...HEADER, ...PLAIN)))
    totals.add(await inspect('x.xml', '<Unknown/>'))
    const lines = summaryText(totals.summary(0.5))
      .split('\n')
      .map((line) => line.trim())
    assert.includeMembers(lines, [
      '2  files',
      '1  not understood',
      '1  consignments',
      '0.5  seconds',
      '4  files a second',
      'messages by type',
      '1  CUSCAR',
      'cargo reports by function',
      '1  original',
      'problems by code',
      '1  SYN-NOT-UNDERSTOOD (fatal) in 1 file, as x.xml',
    ])
  })

  test('of nothing there are no blocks and no speed', ({ assert }) => {
    const summary = new InspectionTotals().summary(0)
    assert.deepInclude(summary, { files: 0, filesPerSecond: 0 })
    assert.notInclude(summaryText(summary), 'by type')
  })
})
