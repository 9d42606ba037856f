import { test } from '@japa/runner'
import { dueAt, GATHER_MS, retryAfter } from '#app/notifications/gathering'
import { KIND_CODES, KINDS } from '#app/notifications/kinds'
import { previewOf, type Occurrence } from '#app/notifications/preview'
import { channelsFor, defaultRule, type Rule } from '#app/notifications/rules'
import type { Schedule } from '#app/notifications/schedule'

const rule = (over: Partial<Rule> = {}): Rule => ({ inApp: true, mail: 'now', minBand: 'any', ports: [], ...over })
const SILENT = { inApp: false, mail: 'off' }
const awake: Schedule = { timezone: 'UTC', quiet: null, breakThrough: false, digestHours: [7], sound: false }
const at = (time: string) => new Date(`2026-11-20T${time}:00Z`)

test.group('Rules', () => {
  test('a minimal band keeps silent below it; unknown may still be medium', ({ assert }) => {
    const medium = rule({ minBand: 'medium' })
    const heard = (band: string | null) => channelsFor(medium, { band, port: null }).inApp
    assert.deepEqual(['low', 'unknown', 'medium', 'high', null].map(heard), [false, true, true, true, true])
    assert.deepEqual(channelsFor(rule({ minBand: 'high' }), { band: 'unknown', port: null }), SILENT)
  })

  test('chosen ports keep silent elsewhere; a port that is not known concerns everybody', ({ assert }) => {
    const kingston = rule({ ports: ['JMKIN'] })
    assert.deepEqual(channelsFor(kingston, { band: 'high', port: 'JMMBJ' }), SILENT)
    assert.deepEqual(channelsFor(kingston, { band: 'high', port: 'JMKIN' }), { inApp: true, mail: 'now' })
    assert.deepEqual(channelsFor(kingston, { band: 'high', port: null }), { inApp: true, mail: 'now' })
  })

  test('the loudest role decides where nothing was chosen', ({ assert }) => {
    assert.equal(defaultRule('alert_raised', ['auditor']).mail, 'off')
    assert.equal(defaultRule('alert_raised', ['auditor', 'analyst']).mail, 'now')
    for (const kind of KIND_CODES) assert.deepEqual(defaultRule(kind, []), { ...rule(), ...KINDS[kind].defaults }, kind)
  })
})

test.group('Gathering', () => {
  const pending = { mail: 'now' as const, urgent: true, berthAt: null, createdAt: at('10:00') }

  test('a kind is mailed again ten minutes after its last mail, not sooner', ({ assert }) => {
    assert.deepEqual(dueAt(at('10:00'), pending, awake, null), at('10:00'))
    assert.deepEqual(dueAt(at('10:04'), pending, awake, at('10:00')), at('10:10'))
    assert.deepEqual(dueAt(at('10:11'), pending, awake, at('10:00')), at('10:11'))
  })

  test('what was held by the ten minutes is held by quiet hours too', ({ assert }) => {
    const noon = { ...awake, quiet: { from: 605, until: 720, days: [1, 2, 3, 4, 5, 6, 7] } }
    assert.deepEqual(dueAt(at('10:04'), pending, noon, at('10:00')), at('12:00'))
  })

  test('attempts grow apart up to an hour', ({ assert }) => {
    const minutes = [1, 2, 3, 4, 7, 50].map((attempt) => retryAfter(attempt) / 60_000)
    assert.deepEqual(minutes, [1, 2, 4, 8, 60, 60])
  })
})

test.group('Preview', () => {
  const happened = (time: string, over: Partial<Occurrence> = {}): Occurrence => ({
    kind: 'alert_raised',
    count: 1,
    band: 'high',
    port: 'JMKIN',
    berthAt: null,
    at: at(time),
    ...over,
  })

  test('a flood is one mail at once and one summary each ten minutes', ({ assert }) => {
    const flood = Array.from({ length: 15 }, (_, minute) => happened(`10:${String(minute).padStart(2, '0')}`))
    const { mails, shown } = previewOf(flood, () => rule(), awake)
    assert.deepEqual(
      mails.map((mail) => [mail.at.getTime(), mail.count]),
      [
        [at('10:00').getTime(), 1],
        [at('10:00').getTime() + GATHER_MS, 10],
        [at('10:00').getTime() + 2 * GATHER_MS, 4],
      ]
    )
    assert.equal(shown, 15)
  })

  test('a digest is one mail for all kinds, and silence is counted', ({ assert }) => {
    const rules: Record<string, Rule> = {
      alert_raised: rule({ mail: 'digest' }),
      message_quarantined: rule({ mail: 'digest', inApp: false }),
      alert_reweighed: rule({ mail: 'off' }),
    }
    const day = [
      happened('06:00'),
      happened('09:00', { kind: 'message_quarantined', band: null, port: null }),
      happened('10:00', { kind: 'alert_reweighed', count: 4 }),
      happened('11:00', { count: 2 }),
    ]
    const { mails, shown, happened: all } = previewOf(day, (kind) => rules[kind] ?? null, awake)
    assert.deepEqual(
      mails.map(({ kind, at: when, count }) => [kind, when.toISOString(), count]),
      [
        ['digest', '2026-11-20T07:00:00.000Z', 1],
        ['digest', '2026-11-21T07:00:00.000Z', 3],
      ]
    )
    assert.deepEqual([all, shown], [8, 7])
  })
})
