import { test } from '@japa/runner'
import { makePlace, type Place } from '#tests/support/world'
import { Visitor } from '#tests/support/visitor'
import { asked, inPlace, layCargo, raiseAlert, submit } from './desk.js'

const ENTRY = {
  kind: 'name',
  value: 'Blue Lantern Freight Handlers Ltd',
  reason: 'Named in a seizure file',
  validFrom: '',
  validUntil: '',
}

async function newList(place: Place, code = 'companies', name = 'Companies') {
  const manager = await place.as('watch_list_manager')
  const answer = await manager.post(`${place.path}/watch-lists`, { code, name, description: '' })
  return { manager, path: answer.location!, id: answer.location!.split('/').at(-1)! }
}

const entriesOf = (place: Place, list: string) =>
  inPlace<{
    id: string
    value: string
    from_edition: number
    to_edition: number | null
    valid_from: Date | null
    valid_until: Date | null
    withdrawn_reason: string | null
  }>(place, `select * from tenant.watch_list_entries where watch_list_id = ? order by from_edition`, [list])
const editionOf = async (place: Place, list: string) =>
  (await inPlace<{ edition: number }>(place, `select edition from tenant.watch_lists where id = ?`, [list]))[0]!.edition

test.group('Watch lists: who may', () => {
  test('a stranger is sent to sign in, an analyst is refused, and nothing changes', async ({ assert }) => {
    const place = await makePlace()
    const { path, id, manager } = await newList(place)
    await manager.post(`${path}/entries`, ENTRY)
    const [entry] = await entriesOf(place, id)
    const stranger = new Visitor()
    await stranger.get(`${place.path}/sign-in`)
    const analyst = await place.as('analyst')
    for (const [route, body] of [
      [`${place.path}/watch-lists`, { code: 'other', name: 'Other' }],
      [`${path}/entries`, { ...ENTRY, value: 'Somebody Else' }],
      [`${path}/entries/${entry!.id}/withdrawal`, { reason: 'No reason at all' }],
    ] as const) {
      assert.equal((await stranger.post(route, body)).status, 401, route)
      assert.equal((await analyst.post(route, body)).status, 403, route)
    }
    assert.lengthOf(await inPlace(place, `select id from tenant.watch_lists`), 1)
    assert.deepEqual(
      (await entriesOf(place, id)).map((each) => each.to_edition),
      [null]
    )
  })

  test('another administration does not find the list', async ({ assert }) => {
    const [here, there] = [await makePlace(), await makePlace()]
    const { id } = await newList(here)
    const foreign = await there.as('watch_list_manager')
    assert.equal((await foreign.page(`${there.path}/watch-lists/${id}`)).status, 404)
    assert.equal((await foreign.post(`${there.path}/watch-lists/${id}/entries`, ENTRY)).status, 404)
    assert.lengthOf(await entriesOf(here, id), 0)
  })
})

test.group('Watch lists', () => {
  test('a list is created once a code', async ({ assert }) => {
    const place = await makePlace()
    const { manager, id } = await newList(place)
    assert.equal(await editionOf(place, id), 1)
    const again = await manager.post(`${place.path}/watch-lists`, { code: 'companies', name: 'Again', description: '' })
    assert.equal(again.status, 422)
    assert.include(again.json.errors.code, 'companies')
    const bad = await manager.post(`${place.path}/watch-lists`, { code: 'No code!', name: '' })
    assert.sameMembers(Object.keys(bad.json.errors), ['code', 'name'])
    assert.lengthOf(await inPlace(place, `select id from tenant.watch_lists`), 1)
  })

  test('an entry makes the next edition and open cargo is weighed again', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await layCargo(place)
    const { manager, path, id } = await newList(place)
    const { answer, props } = await submit(
      manager,
      `${path}/entries`,
      { ...ENTRY, validFrom: '2026-01-01', validUntil: '2099-12-31' },
      path
    )
    assert.equal(answer.status, 303)
    assert.equal(props.flash.sentence.key, 'common.done_entry_added')
    const [entry] = await entriesOf(place, id)
    assert.equal(entry!.from_edition, 2)
    assert.equal(await editionOf(place, id), 2)
    // Days of the administration's zone (UTC-5), the last one included.
    assert.equal(entry!.valid_from!.toISOString(), '2026-01-01T05:00:00.000Z')
    assert.equal(entry!.valid_until!.toISOString(), '2100-01-01T05:00:00.000Z')
    assert.deepEqual(await asked(place, 'watch_list_changed'), [...cargo.open].sort())
    const [shown] = props.entries
    assert.deepInclude(shown, {
      value: ENTRY.value,
      validFrom: '2026-01-01',
      validUntil: '2099-12-31',
      state: 'active',
      addedBy: 'watch_list_manager person',
      matches: 0,
    })
    assert.lengthOf(
      await inPlace(place, `select 1 from control.doorbells where administration_id = ? and room = 'targeting'`, [
        place.administration.id,
      ]),
      1
    )
  })

  test('what cannot be compared, ends before it begins or is no day is refused on its field')
    .with([
      ['value', { value: '***', kind: 'name' }],
      ['value', { value: 'NIL', kind: 'identifier' }],
      ['value', { value: '  ' }],
      ['reason', { reason: '' }],
      ['kind', { kind: 'colour' }],
      ['validUntil', { validFrom: '2026-02-02', validUntil: '2026-02-01' }],
      ['validFrom', { validFrom: '2026-02-30' }],
    ] as [string, object][])
    .run(async ({ assert }, [field, change]) => {
      const place = await makePlace()
      const { manager, path, id } = await newList(place)
      const refused = await manager.post(`${path}/entries`, { ...ENTRY, ...change })
      assert.equal(refused.status, 422)
      assert.isNotEmpty(refused.json.errors[field])
      assert.lengthOf(await entriesOf(place, id), 0)
      assert.equal(await editionOf(place, id), 1)
    })

  test('a form comes back with its faults in the language of the reader', async ({ assert }) => {
    const place = await makePlace()
    const { path, id } = await newList(place)
    const manager = await place.signIn('watch_list_manager')
    for (const [locale, said] of [
      ['en', 'Fill this in.'],
      ['es', 'Complete este campo.'],
    ] as const) {
      manager.setCookie('lf_locale', locale)
      const { answer, props } = await submit(manager, `${path}/entries`, { kind: 'name', value: 'Somebody' }, path)
      assert.oneOf(answer.status, [302, 303])
      assert.equal(props.errors.reason, said)
    }
    assert.lengthOf(await entriesOf(place, id), 0)
  })

  test('what is listed already is refused, and it is said where', async ({ assert }) => {
    const place = await makePlace()
    const first = await newList(place)
    await first.manager.post(`${first.path}/entries`, ENTRY)
    const second = await newList(place, 'partners', 'Partners')
    const body = { ...ENTRY, value: 'BLUE LANTERN  Freight Handlers, Limited' }
    const { props } = await submit(second.manager, `${second.path}/entries`, body, second.path)
    assert.include(props.errors.value, 'Companies')
    assert.include(props.errors.value, ENTRY.value)
    assert.lengthOf(await entriesOf(place, second.id), 0)
  })

  test('a wrong check digit is stored as written and said with the number it probably is', async ({ assert }) => {
    const place = await makePlace()
    const { manager, path, id } = await newList(place)
    const { props } = await submit(
      manager,
      `${path}/entries`,
      { ...ENTRY, kind: 'equipment', value: 'NRCU 483207 3' },
      path
    )
    assert.deepEqual(props.flash.sentence, {
      key: 'authoring.added_check_digit',
      params: { value: 'NRCU 483207 3', expected: 2, repaired: 'NRCU4832072' },
    })
    assert.deepEqual(
      (await entriesOf(place, id)).map((each) => each.value),
      ['NRCU 483207 3']
    )
    const ship = await submit(manager, `${path}/entries`, { ...ENTRY, kind: 'means', value: 'IMO 9988560' }, path)
    assert.equal(ship.props.flash.sentence.key, 'authoring.added_imo')
  })

  test('a withdrawn entry stays readable, ends with the next edition, and is withdrawn once', async ({ assert }) => {
    const place = await makePlace()
    const { manager, path, id } = await newList(place)
    await manager.post(`${path}/entries`, ENTRY)
    const [entry] = await entriesOf(place, id)
    const route = `${path}/entries/${entry!.id}/withdrawal`
    assert.equal((await manager.post(route, { reason: '' })).status, 422)
    assert.equal((await manager.post(route, { reason: 'The file was closed' })).status, 303)
    assert.deepInclude((await entriesOf(place, id))[0], { to_edition: 3, withdrawn_reason: 'The file was closed' })
    assert.equal(await editionOf(place, id), 3)
    assert.equal((await manager.post(route, { reason: 'The file was closed' })).status, 409)
    assert.equal(await editionOf(place, id), 3)
    const shown = (await manager.page(`${path}?state=withdrawn`)).json.props
    assert.deepEqual(
      shown.entries.map((each: { state: string }) => each.state),
      ['withdrawn']
    )
    assert.equal((await manager.page(path)).json.props.total, 0)
    assert.equal((await manager.post(`${path}/entries`, ENTRY)).status, 303, 'a withdrawn value can be listed again')
  })

  test('of two who change one edition at once, one wins and the other is told', async ({ assert }) => {
    const place = await makePlace()
    const { manager, path, id } = await newList(place)
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        manager.post(`${path}/entries`, { ...ENTRY, value: `Company number ${index}`, edition: 1 })
      )
    )
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409, 409, 409, 409, 409])
    assert.equal(await editionOf(place, id), 2)
    assert.lengthOf(await entriesOf(place, id), 1)
    const { answer, props } = await submit(
      manager,
      `${path}/entries`,
      { ...ENTRY, value: 'Too late', edition: 1 },
      path
    )
    assert.equal(answer.status, 303)
    assert.isNotEmpty(props.errors.edition)
    assert.equal(props.flash.sentence.key, 'authoring.list_changed')
  })

  test('entries are found by text, kind and state, a page at a time', async ({ assert }) => {
    const place = await makePlace()
    const { manager, path, id } = await newList(place)
    await place.run(async () => {
      const { execute } = await import('#platform/tenancy/database')
      await execute(
        `insert into tenant.watch_list_entries (tenant_id, id, watch_list_id, kind, value, reason, valid_until, from_edition, created_at)
         select ?::uuid, uuidv7(), ?::uuid, case when n % 2 = 0 then 'name' else 'document' end, 'Value ' || n, 'why 100%', case when n <= 10 then now() - interval '1 day' end, 1, now()
           from generate_series(1, 120) n`,
        [place.administration.id, id]
      )
    })
    const props = async (query: string) => (await manager.page(`${path}${query}`)).json.props
    assert.deepInclude(await props(''), { total: 120, page: 1, pages: 3 })
    assert.lengthOf((await props('?page=3')).entries, 20)
    assert.equal((await props('?kind=document')).total, 60)
    assert.equal((await props('?state=expired')).total, 10)
    assert.equal((await props('?q=value+12')).total, 2)
    assert.equal((await props('?q=%25')).total, 120)
    assert.equal((await props('?q=_alue')).total, 0)
    assert.deepEqual((await props('?kind=nonsense&state=&page=x')).filters, { q: null, kind: null, state: null })
    const lists = (await manager.page(`${place.path}/watch-lists`)).json.props.lists
    assert.deepInclude(lists[0], { code: 'companies', entries: 110, expiring: 0, matches: 0 })
  })

  test('open alerts that carry a match are counted by list and by entry', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await layCargo(place)
    const { manager, path, id } = await newList(place)
    await manager.post(`${path}/entries`, ENTRY)
    await manager.post(`${path}/entries`, { ...ENTRY, value: 'Somebody Else' })
    const [entry] = await entriesOf(place, id)
    for (const consignment of cargo.open.slice(0, 2)) await raiseAlert(place, consignment, { entries: [entry!.id] })
    const [list] = (await manager.page(`${place.path}/watch-lists`)).json.props.lists
    assert.deepInclude(list, { entries: 2, matches: 2 })
    const { entries } = (await manager.page(path)).json.props
    assert.deepEqual(
      entries.map((each: { value: string; matches: number }) => [each.value, each.matches]),
      [
        ['Somebody Else', 0],
        [ENTRY.value, 2],
      ]
    )
  })
})
