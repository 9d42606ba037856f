import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { bytesOf, read } from '#sdk/testing'
import { JAMAICA_DECLARATION } from '../../formats/declaration.js'
import { JAMAICA_EXAMINATION } from '../../formats/examination.js'
import { JAMAICA_PERMIT } from '../../formats/permit.js'

const formats = [JAMAICA_DECLARATION, JAMAICA_PERMIT, JAMAICA_EXAMINATION]
const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/messages/${name}.xml`, import.meta.url))
const readFixture = (name: string) => read(fixture(name), { formats })
const codesOf = ({ problems }: { problems: readonly { code: string; severity: string }[] }) =>
  problems.map(({ code, severity }) => `${code} ${severity}`)

test.group('Jamaica | permits', () => {
  test('each permit of a file, with agency, goods, validity and the cargo it names', async ({ assert }) => {
    const { messages, file } = await readFixture('permits')
    assert.equal(file.format, 'jamaica.permit')
    const [granted, revoked, cancelled] = messages.map(({ permit }) => permit!)
    assert.deepInclude(granted, {
      number: 'PQ 2026/00114',
      kind: 'plant_health',
      status: 'granted',
      validFrom: '2026-11-01',
      validUntil: '2027-01-31',
      holder: { name: 'BLUE HILLS PRODUCE LTD', identifiers: [{ type: 'TRN', value: '101234567' }] },
      transportDocuments: ['SAMPLE000123'],
      declarations: ['JMKCT 2026 C10234'],
      equipment: ['NRCU4832072'],
    })
    assert.deepEqual(granted!.goods, [{ hsCode: '0803', description: 'FRESH BANANAS', quantity: '20000', unit: 'KGM' }])
    assert.deepInclude(revoked, { kind: 'radioactive', status: 'revoked', validUntil: null })
    assert.equal(revoked!.goods[0]!.hsCode, '284443')
    assert.deepInclude(cancelled, { function: 'cancel', status: null })
    assert.deepEqual(messages.flatMap(codesOf), [])
  })

  test('what is not understood is left out and told where it stands; without agency or number none is used', async ({
    assert,
  }) => {
    const bytes = fixture('permits_dirty')
    const [odd, nameless] = (await read(bytes, { formats })).messages
    assert.deepInclude(odd!.permit, {
      kind: null,
      kindAsFiled: 'SEEDS',
      status: null,
      validFrom: null,
      validUntil: null,
    })
    for (const { code, at } of odd!.problems) {
      const text = new TextDecoder().decode(bytes.subarray(at!.offset, at!.offset + at!.length))
      assert.include(['SEEDS', 'PENDING', '01/11/2026', '2026-02-30', 'SALT & PEPPER LTD', '080', 'twenty'], text, code)
    }
    assert.isNull(nameless!.permit)
    assert.deepEqual(codesOf(nameless!), ['SEM-FIELD-MISSING error'])
  })

  test('half a permit is none', async ({ assert }) => {
    const whole = new TextDecoder().decode(fixture('permits_dirty'))
    const cut = await read(bytesOf(whole.slice(0, whole.indexOf('<Goods>'))), { formats })
    assert.isNull(cut.messages[0]!.permit)
    assert.include(codesOf(cut.messages[0]!), 'SYN-TRUNCATED warning')
  })
})

test.group('Jamaica | results of examinations', () => {
  test('order, cargo, who, what and where', async ({ assert }) => {
    const { messages, file } = await readFixture('inspection_acts')
    assert.equal(file.format, 'jamaica.examination')
    const [found, none] = messages.map(({ examination }) => examination!)
    assert.deepInclude(found, {
      number: 'JMKCT 2026-4471',
      order: '7',
      examination: 'physical',
      result: 'resultant',
      examinedAt: '2026-11-22T14:30',
      minutes: 95,
      examiner: { identifier: 'jbrown', name: 'J. BROWN' },
      equipment: ['NRCU4832072'],
    })
    assert.deepEqual(found!.findings, [
      { what: 'narcotics', place: 'reefer_unit', quantity: '12.4', unit: 'kg', note: '11 parcels' },
    ])
    assert.deepInclude(none, {
      order: null,
      result: 'not_examined',
      notExamined: 'no_equipment',
      examinedAt: '2026-11-22',
    })
    assert.deepEqual(messages.flatMap(codesOf), [])
  })

  test('a result that is not told or not understood stays open', async ({ assert }) => {
    const [odd, silent, nameless] = (await readFixture('inspection_acts_dirty')).messages
    assert.deepInclude(odd!.examination, { examination: null, examinedAt: null, minutes: null, result: 'resultant' })
    assert.deepEqual(odd!.examination!.findings, [{ what: null, place: null, quantity: null, unit: null, note: null }])
    assert.isNull(silent!.examination!.result)
    assert.deepEqual(codesOf(silent!), ['SEM-FIELD-MISSING warning'])
    assert.isNull(nameless!.examination)
    const text = new TextDecoder().decode(fixture('inspection_acts'))
    const unitless = await read(bytesOf(text.replace('<Unit_code>KGM</Unit_code>', '')), { formats })
    assert.isNull(unitless.messages[0]!.examination!.findings[0]!.quantity)
    assert.deepEqual(codesOf(unitless.messages[0]!), ['SEM-FIELD-MISSING warning'])
  })
})
