import { test } from '@japa/runner'
import { parseLocalTime, parseTimeOfDay, toInstant } from '#core/kernel/local_time'

test.group('Local time | EDIFACT values', () => {
  test('{0} as {1} is {2}')
    .with([
      ['261126', '101', '2026-11-26', false],
      ['20261126', '102', '2026-11-26', false],
      ['2611260800', '201', '2026-11-26T08:00', false],
      ['202611260800', '203', '2026-11-26T08:00', false],
      ['20261126080059', '204', '2026-11-26T08:00:59', false],
      ['2026112612', '203', null, false],
      ['20261126', '203', '2026-11-26', true],
      ['202611260800', '102', '2026-11-26T08:00', true],
      ['00091022', '102', '2009-10-22', true],
      ['26112026', '102', '2026-11-26', true],
      ['2026-11-26 08:00', '', '2026-11-26T08:00', false],
      ['202611260800-0500', '303', '2026-11-26T08:00-05:00', false],
      ['202611260800UTC', '303', '2026-11-26T08:00Z', false],
      ['2026112620261130', '718', '2026-11-26', false],
      ['20260230', '102', null, false],
      ['202611262500', '203', null, false],
      ['TBA', '102', null, false],
    ] as const)
    .run(({ assert }, [value, format, expected, repaired]) => {
      const parsed = parseLocalTime(value, format)
      assert.equal(parsed?.value ?? null, expected)
      if (parsed) assert.equal(parsed.repaired, repaired)
    })

  test('times of one to four digits', ({ assert }) => {
    assert.deepEqual(['915', '102', '0700', '15', '2460', '9:15'].map(parseTimeOfDay), [
      '09:15',
      '01:02',
      '07:00',
      '00:15',
      null,
      null,
    ])
  })
})

test.group('Local time | instants', () => {
  test('Guatemala has no summer time', ({ assert }) => {
    assert.equal(new Date(toInstant('2026-11-26T08:00', 'America/Guatemala')).toISOString(), '2026-11-26T14:00:00.000Z')
    assert.equal(new Date(toInstant('2026-07-01', 'America/Guatemala')).toISOString(), '2026-07-01T06:00:00.000Z')
  })

  test('a zone with summer time uses the offset of the day', ({ assert }) => {
    assert.equal(new Date(toInstant('2026-01-15T12:00', 'Europe/Paris')).toISOString(), '2026-01-15T11:00:00.000Z')
    assert.equal(new Date(toInstant('2026-07-15T12:00', 'Europe/Paris')).toISOString(), '2026-07-15T10:00:00.000Z')
  })

  test('an hour that a clock change skips is read with the offset before it', ({ assert }) => {
    assert.equal(new Date(toInstant('2026-03-29T02:30', 'Europe/Paris')).toISOString(), '2026-03-29T01:30:00.000Z')
  })

  test('an offset in the value wins over the zone', ({ assert }) => {
    assert.equal(
      new Date(toInstant('2026-11-26T08:00-05:00', 'Europe/Paris')).toISOString(),
      '2026-11-26T13:00:00.000Z'
    )
  })

  test('an unknown zone is our error and is thrown', ({ assert }) => {
    assert.throws(() => toInstant('2026-11-26T08:00', 'Mars/Olympus'), RangeError)
  })
})
