import { test } from '@japa/runner'
import fc from 'fast-check'
import { addDays, localDay, shiftWindow, weekdayOf } from '#app/casework/inspections/shift_times'
import { HOUR } from '#core/kernel/instant'

const hours = (day: string, starts: string, ends: string, zone: string) => {
  const { from, until } = shiftWindow(day, { starts, ends }, zone)
  return (until - from) / HOUR
}

test.group('Shifts', () => {
  test('stand where the clock of the place says', ({ assert }) => {
    const { from, until } = shiftWindow('2026-11-26', { starts: '06:00', ends: '14:00' }, 'America/Jamaica')
    assert.equal(new Date(from).toISOString(), '2026-11-26T11:00:00.000Z')
    assert.equal(new Date(until).toISOString(), '2026-11-26T19:00:00.000Z')
    assert.equal(hours('2026-11-26', '22:00', '06:00', 'Asia/Tokyo'), 8)
    assert.equal(hours('2026-11-26', '00:00', '00:00', 'Asia/Kathmandu'), 24)
  })

  test('are an hour longer or shorter in the night the clock changes, and only then', ({ assert }) => {
    const night = (day: string) => hours(day, '22:00', '06:00', 'Europe/Paris')
    assert.deepEqual([night('2026-10-24'), night('2026-10-25'), night('2026-03-28'), night('2026-03-29')], [9, 8, 7, 8])
    assert.equal(hours('2026-11-01', '00:00', '00:00', 'America/New_York'), 25)
    assert.equal(hours('2026-03-08', '00:00', '00:00', 'America/New_York'), 23)
  })

  test('days go by the calendar, over months, leap days and clock changes', ({ assert }) => {
    assert.equal(addDays('2028-02-28', 1), '2028-02-29')
    assert.equal(addDays('2026-12-31', 1), '2027-01-01')
    assert.equal(addDays('2026-10-25', 1), '2026-10-26')
    assert.deepEqual([weekdayOf('2026-11-22'), weekdayOf('2026-11-23')], [7, 1])
    const late = Date.parse('2026-11-23T03:30:00Z')
    assert.deepEqual(
      [localDay(late, 'America/Jamaica'), localDay(late, 'UTC'), localDay(late, 'Pacific/Auckland')],
      ['2026-11-22', '2026-11-23', '2026-11-23']
    )
  })

  test('end after they begin and never last more than a day and an hour, in any zone on any day', () => {
    const clock = fc
      .tuple(fc.nat(23), fc.constantFrom('00', '30'))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`)
    fc.assert(
      fc.property(
        fc.nat(3650),
        clock,
        clock,
        fc.constantFrom('America/Jamaica', 'Europe/Paris', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Asia/Tehran'),
        (offset, starts, ends, zone) => {
          const length = hours(addDays('2020-01-01', offset), starts, ends, zone)
          return length > -1 && length <= 25
        }
      )
    )
  })
})
