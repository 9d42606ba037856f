import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { lastDigest, mailableAt, nextDigest, quietUntil, SOON_MS, type Schedule } from '#app/notifications/schedule'

const ZONES = ['UTC', 'America/Jamaica', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kathmandu']
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const at = (text: string) => new Date(text)
const night = (timezone: string, days = EVERY_DAY) => ({ timezone, quiet: { from: 22 * 60, until: 6 * 60, days } })
const schedule = (over: Partial<Schedule> = {}): Schedule => ({
  timezone: 'Europe/Berlin',
  quiet: { from: 22 * 60, until: 6 * 60, days: EVERY_DAY },
  breakThrough: true,
  digestHours: [7],
  sound: false,
  ...over,
})

/** Two years with every change of the clocks. */
const moment = fc
  .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000))
const zone = fc.constantFrom(...ZONES)
const quiet = fc
  .record({
    from: fc.integer({ min: 0, max: 1439 }),
    until: fc.integer({ min: 0, max: 1439 }),
    days: fc.uniqueArray(fc.constantFrom(...EVERY_DAY), { minLength: 1 }),
  })
  .filter(({ from, until }) => from !== until)
const hours = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 4 })

test.group('Quiet hours', () => {
  test('over midnight, on the days on which they begin', ({ assert }) => {
    const jamaica = night('America/Jamaica', [5])
    // Friday 20 November 2026, 23:00 in Kingston, and the Saturday morning that belongs to it.
    assert.deepEqual(quietUntil(at('2026-11-21T04:00:00Z'), jamaica), at('2026-11-21T11:00:00Z'))
    assert.deepEqual(quietUntil(at('2026-11-21T10:59:00Z'), jamaica), at('2026-11-21T11:00:00Z'))
    assert.isNull(quietUntil(at('2026-11-21T11:00:00Z'), jamaica))
    assert.isNull(quietUntil(at('2026-11-22T04:00:00Z'), jamaica))
  })

  test('the night in which the clocks change is one hour shorter or longer', ({ assert }) => {
    assert.deepEqual(quietUntil(at('2026-03-28T21:30:00Z'), night('Europe/Berlin')), at('2026-03-29T04:00:00Z'))
    assert.deepEqual(quietUntil(at('2026-10-24T20:30:00Z'), night('Europe/Berlin')), at('2026-10-25T05:00:00Z'))
  })

  test('an end that the clocks skip is the first moment after the jump', ({ assert }) => {
    const until = { timezone: 'Europe/Berlin', quiet: { from: 60, until: 150, days: EVERY_DAY } }
    assert.deepEqual(quietUntil(at('2026-03-29T00:30:00Z'), until), at('2026-03-29T01:30:00Z'))
  })

  test('they end after they are asked for, and are over when they end', ({ assert }) => {
    fc.assert(
      fc.property(moment, zone, quiet, (now, timezone, span) => {
        const end = quietUntil(now, { timezone, quiet: span })
        if (!end) return
        assert.isAbove(end.getTime(), now.getTime())
        assert.isNull(quietUntil(end, { timezone, quiet: span }))
        assert.deepEqual(quietUntil(new Date(end.getTime() - 60_000), { timezone, quiet: span }), end)
      })
    )
  })

  test('without a change of the clocks they are what the wall clock says', ({ assert }) => {
    fc.assert(
      fc.property(moment, quiet, (now, span) => {
        const local = DateTime.fromJSDate(now).setZone('America/Jamaica')
        const minute = local.hour * 60 + local.minute
        const before = local.minus({ days: 1 }).weekday
        const within =
          span.from < span.until
            ? minute >= span.from && minute < span.until && span.days.includes(local.weekday)
            : (minute >= span.from && span.days.includes(local.weekday)) ||
              (minute < span.until && span.days.includes(before))
        assert.equal(quietUntil(now, { timezone: 'America/Jamaica', quiet: span }) !== null, within)
      })
    )
  })
})

test.group('What breaks quiet hours', () => {
  const now = at('2026-11-20T23:00:00Z')
  const end = at('2026-11-21T05:00:00Z')
  const berths = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

  test('an alert of a ship that berths within two hours, if the officer says so', ({ assert }) => {
    assert.deepEqual(mailableAt(now, { urgent: true, berthAt: berths(1.5) }, schedule()), now)
    assert.deepEqual(mailableAt(now, { urgent: true, berthAt: berths(1.5) }, schedule({ breakThrough: false })), end)
    assert.deepEqual(mailableAt(now, { urgent: false, berthAt: berths(1.5) }, schedule()), end)
    assert.deepEqual(mailableAt(now, { urgent: true, berthAt: null }, schedule()), end)
    assert.deepEqual(mailableAt(now, { urgent: true, berthAt: berths(-3) }, schedule()), end)
  })

  test('a ship that berths later in the night breaks them two hours before', ({ assert }) => {
    assert.deepEqual(
      mailableAt(now, { urgent: true, berthAt: berths(5) }, schedule()),
      new Date(berths(5).getTime() - SOON_MS)
    )
    assert.deepEqual(mailableAt(now, { urgent: true, berthAt: berths(12) }, schedule()), end)
  })
})

test.group('Digest', () => {
  test('at seven on the wall clock, whatever the clocks did in the night', ({ assert }) => {
    const berlin = schedule()
    assert.deepEqual(nextDigest(at('2026-03-28T12:00:00Z'), berlin), at('2026-03-29T05:00:00Z'))
    assert.deepEqual(nextDigest(at('2026-10-24T12:00:00Z'), berlin), at('2026-10-25T06:00:00Z'))
  })

  test('an hour that is skipped or comes twice gives one digest', ({ assert }) => {
    const two = schedule({ digestHours: [2] })
    const skipped = nextDigest(at('2026-03-28T12:00:00Z'), two)
    assert.deepEqual(skipped, at('2026-03-29T01:00:00Z'))
    assert.deepEqual(nextDigest(skipped, two), at('2026-03-30T00:00:00Z'))
    const twice = nextDigest(at('2026-10-24T12:00:00Z'), two)
    assert.deepEqual(nextDigest(twice, two), at('2026-10-26T01:00:00Z'))
  })

  test('as many a local day as hours were chosen, none lost and none twice', ({ assert }) => {
    fc.assert(
      fc.property(moment, zone, hours, (start, timezone, digestHours) => {
        const given = { timezone, digestHours }
        const days = new Map<string, number>()
        let last = start
        for (let each = 0; each < digestHours.length * 4; each++) {
          const next = nextDigest(last, given)
          assert.isAbove(next.getTime(), last.getTime())
          assert.deepEqual(lastDigest(next, given), next)
          assert.isTrue(lastDigest(new Date(next.getTime() - 1), given) < next)
          const day = DateTime.fromJSDate(next).setZone(timezone).toISODate()!
          days.set(day, (days.get(day) ?? 0) + 1)
          last = next
        }
        // The first and the last day are cut; hours that a jump makes one are one.
        for (const count of [...days.values()].slice(1, -1)) {
          assert.isAtMost(count, digestHours.length)
          assert.isAtLeast(count, Math.max(1, digestHours.length - 1))
        }
      })
    )
  })
})
