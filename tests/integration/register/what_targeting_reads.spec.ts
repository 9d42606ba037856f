import { test } from '@japa/runner'
import { findByNumber, historyOf, loadRevisionsForAssessment, provenanceOf } from '#app/cargo_register/published'
import { citedSegments } from '#app/intake/published'
import { DAY } from '#core/kernel/instant'
import { execute } from '#platform/tenancy/database'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, file } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

const revisionsOf = async (place: Place) => {
  const ids = await ask<{ id: string }>(
    place,
    `select r.id from tenant.consignment_revisions r join tenant.consignments c on c.id = r.consignment_id order by c.reference, r.revision`
  )
  return place.run(() => loadRevisionsForAssessment(ids.map(({ id }) => id)))
}

test.group('What targeting reads of the register', () => {
  test('a revision with its call, its amendments and its shared containers', async ({ assert }) => {
    const place = await makePlace()
    const bills = [
      { number: 'A', container: 'CSQU3054383' },
      { number: 'B', container: 'CSQU3054383' },
    ]
    await file(place, cuscar({ bills }))
    await file(place, cuscar({ fn: '4', bills: [{ ...bills[1]!, goods: 'RUM' }] }))
    const [first, second, third] = await revisionsOf(place)
    assert.deepInclude(first, { revision: 1, amendments: 0, state: 'filed', historical: false })
    assert.deepEqual([...first!.sharedContainers], ['CSQU3054383'])
    assert.deepInclude(first!.call, {
      means: 'CORAL HERON',
      imo: '9074729',
      voyage: '118N',
      arrival: Date.parse('2026-12-01T06:00-05:00'),
    })
    assert.deepInclude(second, { revision: 1, currentRevision: 2 })
    assert.deepInclude(third, { revision: 2, amendments: 1, currentRevision: 2 })
    assert.equal(third!.consignment.items[0]!.description, 'RUM')
    assert.isBelow(third!.firstRegisteredAt, third!.filedAt + 1)
  })

  test('the raw text of every value it cites', async ({ assert }) => {
    const place = await makePlace()
    await file(place, cuscar({ bills: [{ number: 'A', goods: 'MANGO PULP' }] }))
    const [revision] = await revisionsOf(place)
    const provenance = await place.run(() => provenanceOf(revision!.revisionId))
    const refs = provenance['items.0.description']!
    const cited = await place.run(() => citedSegments(revision!.messageId, refs))
    const rows = cited!.quotes[0]!
    assert.lengthOf(rows, 5)
    const marked = rows.find(({ marks }) => marks.length > 0)!
    assert.equal(marked.text.slice(marked.marks[0]!.from, marked.marks[0]!.to), 'MANGO PULP')
    assert.equal(marked.number, refs[0]!.line)
  })

  test('history counts what came before, not itself nor its siblings nor another window', async ({ assert }) => {
    const place = await makePlace()
    const now = Date.now()
    const filed = (document: string, days: number, bill: { consignor?: string; consignee?: string }) =>
      file(place, cuscar({ document, bills: [{ number: document, ...bill }] }), {
        filedAt: now - days * DAY,
        historical: true,
      })
    await filed('TOO-OLD', 731, {})
    await filed('H1', 400, {})
    await filed('H2', 30, { consignor: 'CALABASH MILLS LTD' })
    await filed('H3', 10, { consignor: 'Andes Export' })
    await filed('H4', 5, { consignee: 'Somebody Else' })
    await file(place, cuscar({ document: 'NOW', bills: [{ number: 'NOW' }, { number: 'TWIN' }] }), { filedAt: now })
    await place.run(() => execute(`update tenant.settings set history_complete_since = ?`, [new Date(now - 800 * DAY)]))
    const now_ = (await revisionsOf(place)).filter(({ consignment }) => consignment.reference === 'NOW')
    const history = (await place.run(() => historyOf(now_))).get(now_[0]!.consignmentId)!
    assert.deepInclude(history.consignee, { count: 3, consignors: 2, lastSeen: now - 10 * DAY })
    assert.deepInclude(history.consignor, { count: 3, consignees: 2 })
    assert.deepInclude(history.pair, { count: 2 })
    assert.equal(history.coversFrom, now - 800 * DAY)
  })

  test('history of another administration is not counted, and a removed consignment no longer', async ({ assert }) => {
    const [here, there] = [await makePlace(), await makePlace()]
    const earlier = { filedAt: Date.now() - 9 * DAY }
    await file(there, cuscar({ document: 'OLD', bills: [{ number: 'OLD' }] }), earlier)
    await file(here, cuscar({ document: 'OLD', bills: [{ number: 'OLD' }] }), earlier)
    await file(here, cuscar({ document: 'OLD', fn: '1', bills: [] }))
    await file(here, cuscar({ document: 'NEW', bills: [{ number: 'NEW' }] }))
    const fresh = (await revisionsOf(here)).filter(({ consignment }) => consignment.reference === 'NEW')
    const history = (await here.run(() => historyOf(fresh))).get(fresh[0]!.consignmentId)!
    assert.deepInclude(history.consignee, { count: 0, lastSeen: null })
    assert.isNull(history.coversFrom)
  })

  test('numbers are found, a container also with a wrong check digit, and only at home', async ({ assert }) => {
    const [here, there] = [await makePlace(), await makePlace()]
    await file(here, cuscar({ bills: [{ number: 'SEAB-77 01', container: 'CSQU3054383' }] }))
    const find = (place: Place, q: string) => place.run(() => findByNumber(q))
    assert.deepInclude((await find(here, 'seab7701')).results[0], { kind: 'reference' })
    assert.deepEqual((await find(here, 'CSQU 305438-4')).repaired, { from: 'CSQU3054384', to: 'CSQU3054383' })
    assert.lengthOf((await find(here, 'CSQU305438')).results, 1)
    assert.deepEqual(await find(there, 'CSQU3054383'), { results: [], repaired: null })
  })
})
