import fc from 'fast-check'
import { test } from '@japa/runner'
import { checkHistory, foldCounters } from '#app/cargo_register/actions/check_history'
import { forgetHistory } from '#app/cargo_register/actions/write_traces'
import { historyOf, loadRevisionsForAssessment, maskConsignments } from '#app/cargo_register/published'
import type { HistoryOfConsignment } from '#core/facts/history'
import { DAY, HOUR } from '#core/kernel/instant'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { sending, type Step } from '#tests/support/fixtures/cargo_steps'
import { isDeciding, takeDecision } from '#tests/support/decided_parties'
import { plainHistory } from '#tests/support/plain_history'
import { ask } from '#tests/support/intake'
import { makeSenders, register } from '#tests/support/register'
import { makePlace, type Place } from '#tests/support/world'

const NOTHING_DIFFERS = { missing: 0, wrong: 0, extra: 0, counters: 0 }
const seed = Number(process.env['LANDFALL_SEED'] ?? Date.now() % 1_000_000)

const openIds = async (place: Place) =>
  (
    await ask<{ id: string }>(
      place,
      `select revision_id as id from tenant.consignments where state = 'filed' order by id`
    )
  ).map(({ id }) => id)
const historyNow = async (place: Place) => {
  const ids = await openIds(place)
  return place.run(async () => historyOf(await loadRevisionsForAssessment(ids)))
}

/** One consignment of those that are open, told by a number that only grows. */
async function anyOpen(place: Place, which: number): Promise<{ id: string; revision: number } | null> {
  const all = await ask<{ id: string; revision: number }>(
    place,
    `select id, revision from tenant.consignments where state = 'filed' order by id`
  )
  return all[which % all.length] ?? null
}

test.group('History as it is counted', () => {
  test('is what a plain recomputation gives, whatever was filed, amended, taken back, masked, merged, split and forgotten in whatever order', async ({
    assert,
  }) => {
    console.log(`    seed ${seed}`)
    const place = await makePlace()
    const senders = await makeSenders(place, ['ALPHA', 'BRAVO'])
    const forgotten = new Map<string, number>()
    const decided = { merge: 0, split: 0, undo: 0 }
    const take = async (step: Step): Promise<void> => {
      if (step.act === 'send') return void (await register(place, senders, step))
      if (isDeciding(step)) return void ((await takeDecision(place, step)) && decided[step.act]++)
      const chosen = await anyOpen(place, step.which)
      if (chosen === null) return
      const { id, revision } = chosen
      if (step.act === 'mask')
        return place.run(() =>
          maskConsignments([id], { at: new Date(), rule: 'subject_request' }, (party) => party.role === step.role)
        )
      await place.run(() => unitOfWork(() => forgetHistory([id])))
      forgotten.set(id, revision)
    }
    await fc.assert(
      fc.asyncProperty(fc.array(sending, { minLength: 6, maxLength: 14 }), async (steps) => {
        for (const step of steps) await take(step)
        const plain = await plainHistory(place, forgotten)
        const counted = await historyNow(place)
        assert.equal(counted.size, plain.size)
        for (const [id, history] of counted) assert.deepEqual(onlyCounted(history), plain.get(id))
      }),
      { numRuns: 12, seed, endOnFailure: true }
    )
    for (const [kind, times] of Object.entries(decided)) assert.isAbove(times, 0, `${kind} was decided`)
    // Forgotten ones are younger than the oldest that is kept: to the check they are missing.
    const { consignments, missing, ...differences } = await place.run(() => checkHistory({ repair: true }))
    assert.isAbove(consignments, 20)
    assert.isAtMost(missing, forgotten.size)
    assert.deepEqual(differences, { wrong: 0, extra: 0, counters: 0 })
    await place.run(() => foldCounters())
    assert.deepInclude(await place.run(() => checkHistory({ repair: false })), NOTHING_DIFFERS)
  }).timeout(180_000)

  test('a consignee of hundreds of consignors is counted exactly, in windows that end inside a day', async ({
    assert,
  }) => {
    const place = await makePlace()
    const senders = await makeSenders(place, ['ALPHA'])
    const now = Date.now()
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => ({ number: `B${from + at}`, consignor: `Mill ${from + at}` }))
    const at = (filedAt: number, document: string, bills: { number: string; consignor?: string }[]) =>
      register(place, senders, { act: 'send', fn: 'original', sender: 0, document, filedAt, bills })
    await at(now - 90 * DAY, 'OLD', many(0, 210))
    await at(now - HOUR, 'NEW', many(200, 60))
    await at(now, 'LAST', [{ number: 'LAST' }])
    const [last] = await ask<{ id: string }>(place, `select id from tenant.consignments where reference = 'LAST'`)
    const { consignee } = (await historyNow(place)).get(last!.id)!
    assert.deepInclude(consignee, { count: 270, count90Days: 270, count30Days: 60, consignors: 260 })
  }).timeout(60_000)

  test('what differs is found, told to the operator, and repaired', async ({ assert }) => {
    const place = await makePlace()
    const senders = await makeSenders(place, ['ALPHA'])
    const bills = ['A', 'B', 'C'].map((number) => ({ number, contact: '+1 876 555 0101' }))
    await register(place, senders, {
      act: 'send',
      fn: 'original',
      sender: 0,
      document: 'D',
      filedAt: Date.now() - 5 * DAY,
      bills,
    })
    const tenant = place.administration.id
    await place.run(async () => {
      await execute(
        `insert into tenant.history_days (tenant_id, kind, key, day, count) values (?, 'consignee', 'name:NOBODY', '2026-01-02', 3)`,
        [tenant]
      )
      await execute(
        `delete from tenant.history_traces where consignment_id = (select id from tenant.consignments where reference = 'A')`
      )
      await execute(
        `delete from tenant.consignment_history where consignment_id = (select id from tenant.consignments where reference = 'C')`
      )
    })
    const found = await place.run(() => checkHistory({ repair: false }))
    assert.deepInclude(found, { consignments: 3, wrong: 1, extra: 1, counters: 1 })
    const alarm = () =>
      ask<{ value: string }>(
        place,
        `select value::text from control.health where administration_id = ? and measure = 'history_alarm'`,
        [tenant]
      )
    assert.deepEqual(await alarm(), [{ value: '3' }])
    await place.run(() => checkHistory({ repair: true }))
    assert.deepInclude(await place.run(() => checkHistory({ repair: false })), NOTHING_DIFFERS)
    assert.deepEqual(await alarm(), [{ value: '0' }])
    const entries = await ask(place, `select 1 from tenant.audit_entries where action = 'history.checked'`)
    assert.lengthOf(entries, 3)
  }).timeout(60_000)
})

/** What the plain recomputation answers too. */
const onlyCounted = ({ consignee, consignor, pair, shared, sightings, documents, lane }: HistoryOfConsignment) => ({
  consignee,
  consignor,
  pair,
  shared: shared.map((each) => ({ ...each, recent: [...each.recent].sort() })),
  sightings: sightings.map(({ container, reference, sameCall }) => `${container} ${reference} ${sameCall}`).sort(),
  documents: documents?.length ?? null,
  lane,
})
