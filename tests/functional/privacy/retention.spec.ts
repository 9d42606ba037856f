import { test } from '@japa/runner'
import { rows } from '#platform/tenancy/database'
import { fileCargo } from '#tests/support/privacy'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'

const POLICY = { maskAfterDays: 300, deleteAfterDays: 400, reason: '', base: 0 }
const HOLD = {
  scope: 'consignment',
  subject: 'XCARBOG00071',
  from: '',
  until: '',
  reason: 'A court asked for it',
  authority: 'Court of Example',
}
const inPlace = <T>(place: Place, sql: string) => place.run(() => rows<T>(sql))

test.group('Retention policies', () => {
  test('a stranger signs in, others are refused, the privacy officer changes', async ({ assert }) => {
    const place = await makePlace()
    const route = `${place.path}/privacy/retention/raw_messages`
    const stranger = new Visitor()
    await stranger.get(`${place.path}/sign-in`)
    assert.equal((await stranger.post(route, POLICY)).status, 401)
    assert.equal((await (await place.as('administrator')).post(route, POLICY)).status, 403)
    assert.lengthOf(await inPlace(place, `select 1 from tenant.retention_policies`), 0)
    const officer = await place.as('privacy_officer')
    assert.equal((await officer.post(route, { ...POLICY, deleteAfterDays: 0 })).status, 422)
    assert.equal((await officer.post(route, { ...POLICY, maskAfterDays: 500 })).status, 422)
    assert.equal((await officer.post(`${place.path}/privacy/retention/nonsense`, POLICY)).status, 404)
    assert.equal((await officer.post(route, POLICY)).status, 303)
    assert.deepEqual(
      await inPlace(
        place,
        `select class, revision, mask_after_days as mask, delete_after_days as delete from tenant.retention_policies`
      ),
      [{ class: 'raw_messages', revision: 1, mask: 300, delete: 400 }]
    )
    assert.equal((await officer.post(route, POLICY)).status, 409, 'the revision that was seen has been changed')
    const shown = (await officer.page(`${place.path}/privacy/retention`)).json.props
    const policy = shown.policies.find((each: { code: string }) => each.code === 'raw_messages')
    assert.deepInclude(policy, { revision: 1, maskAfterDays: 300, changedBy: 'privacy_officer person' })
  })

  test('the effect is shown before, and a count leaves a line in the log', async ({ assert }) => {
    const place = await makePlace()
    await fileCargo(place, 'PREVIEW')
    const officer = await place.as('privacy_officer')
    const path = `${place.path}/privacy/retention`
    const preview = await officer.get(`${path}/raw_messages/preview?maskAfterDays=100&deleteAfterDays=200`, {
      accept: 'application/json',
    })
    assert.deepEqual(preview.json.mask, { due: 0, held: 0 })
    assert.equal((await officer.post(`${path}/dry-run`, {})).status, 303)
    const { runs } = (await officer.page(path)).json.props
    assert.lengthOf(runs, 1)
    assert.isTrue(runs[0].dryRun)
  })
})

test.group('Legal holds', () => {
  test('one person sets, another lifts, and both are named', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await fileCargo(place, 'HOLDING')
    const officer = await place.as('privacy_officer')
    const path = `${place.path}/privacy/holds`
    assert.equal((await (await place.as('analyst')).post(path, HOLD)).status, 403)
    for (const [field, change] of [
      ['subject', { subject: 'NOSUCHNUMBER' }],
      ['reason', { reason: '' }],
      ['authority', { authority: '' }],
      ['until', { scope: 'period', from: '2026-02-02', until: '2026-02-01' }],
    ] as [string, object][]) {
      const refused = await officer.post(path, { ...HOLD, ...change })
      assert.equal(refused.status, 422, field)
      assert.isNotEmpty(refused.json.errors[field], field)
    }
    assert.equal((await officer.post(path, HOLD)).status, 303)
    const [hold] = await inPlace<{ id: string; subject_id: string }>(
      place,
      `select id, subject_id from tenant.legal_holds`
    )
    assert.equal(hold!.subject_id, cargo.first)
    const lift = `${path}/${hold!.id}/lift`
    const own = await officer.post(lift, { reason: 'the case is over' })
    assert.equal(own.status, 403)
    assert.lengthOf(await inPlace(place, `select 1 from tenant.legal_holds where lifted_at is null`), 1)
    // The database says the same to whoever comes past the code.
    const forced = await place.run(() =>
      rows(`update tenant.legal_holds set lifted_by = set_by, lifted_at = now()`).then(
        () => null,
        (error: { code?: string }) => error.code
      )
    )
    assert.equal(forced, '23514')
  })

  test('a period is held in the zone of the administration', async ({ assert }) => {
    const place = await makePlace({ timezone: 'America/Jamaica' })
    const officer = await place.as('privacy_officer')
    const period = { ...HOLD, scope: 'period', subject: '', from: '2026-01-01', until: '2026-01-31' }
    assert.equal((await officer.post(`${place.path}/privacy/holds`, period)).status, 303)
    const [hold] = await inPlace<{ held_from: Date; held_until: Date }>(
      place,
      `select held_from, held_until from tenant.legal_holds`
    )
    assert.equal(hold!.held_from.toISOString(), '2026-01-01T05:00:00.000Z')
    assert.equal(hold!.held_until.toISOString(), '2026-02-01T05:00:00.000Z')
  })
})
