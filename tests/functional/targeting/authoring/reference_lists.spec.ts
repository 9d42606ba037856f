import { test } from '@japa/runner'
import { makePlace, type Place } from '#tests/support/world'
import { Visitor } from '#tests/support/visitor'
import { execute } from '#platform/tenancy/database'
import { asked, inPlace, layCargo, submit } from './desk.js'

const PORTS = [{ port: 'VEPBL', class: 'C', note: 'Seen twice', source: null }]

const storedEditions = (place: Place, code: string) =>
  inPlace<{ edition: number; rows: object[]; created_by: string | null }>(
    place,
    `select e.edition, e.rows, e.created_by from tenant.reference_list_editions e
       join tenant.reference_lists l on l.tenant_id = e.tenant_id and l.id = e.list_id where l.code = ? order by e.edition`,
    [code]
  )

test.group('Reference lists', () => {
  test('a stranger is sent to sign in, an analyst is refused, and nothing changes', async ({ assert }) => {
    const place = await makePlace()
    const route = `${place.path}/reference-lists/weak_ports/editions`
    const before = await storedEditions(place, 'weak_ports')
    const stranger = new Visitor()
    await stranger.get(`${place.path}/sign-in`)
    assert.equal((await stranger.post(route, { rows: PORTS })).status, 401)
    assert.equal((await (await place.as('analyst')).post(route, { rows: PORTS })).status, 403)
    assert.deepEqual(await storedEditions(place, 'weak_ports'), before)
  })

  test('lists say who uses them and how many rows they hold', async ({ assert }) => {
    const place = await makePlace()
    const analyst = await place.as('analyst')
    const { lists } = (await analyst.page(`${place.path}/reference-lists`)).json.props
    const ports = lists.find((list: { code: string }) => list.code === 'weak_ports')
    assert.deepInclude(ports, { title: 'targeting.list_weak_ports', edition: 1, rows: 6, changedBy: null })
    assert.include(ports.usedBy, 'R03')
    const shown = (await analyst.page(`${place.path}/reference-lists/weak_ports`)).json.props
    assert.deepInclude(shown.edition, { number: 1, newest: true })
    assert.lengthOf(shown.rows, 6)
    assert.deepInclude(shown.columns[1], { name: 'class', kind: 'codes', choices: ['B', 'C', 'D'], required: true })
    assert.isFalse(shown.may.edit)
    assert.equal((await analyst.page(`${place.path}/reference-lists/nothing`)).status, 404)
    assert.equal((await analyst.page(`${place.path}/reference-lists/weak_ports?edition=7`)).status, 404)
  })

  test('an edition is stored whole, put in force, and open cargo is weighed again', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await layCargo(place)
    const author = await place.as('profile_author')
    const path = `${place.path}/reference-lists/weak_ports`
    const body = { rows: [...PORTS, { port: 'co ctg', class: 'B', tenant_id: 'x' }], note: 'After the visit' }
    const { answer, props } = await submit(author, `${path}/editions`, body, path)
    assert.equal(answer.status, 303)
    assert.equal(props.flash.sentence.key, 'common.done_edition_saved')
    assert.deepInclude(props.edition, { number: 2, newest: true, by: 'profile_author person', note: 'After the visit' })
    assert.deepEqual((await storedEditions(place, 'weak_ports'))[1]!.rows, [
      PORTS[0],
      { port: 'COCTG', class: 'B', note: null, source: null },
    ])
    assert.deepEqual(
      props.editions.map((each: { number: number }) => each.number),
      [2, 1]
    )
    assert.deepEqual(await asked(place, 'reference_list_changed'), [...cargo.open].sort())
    const old = (await author.page(`${path}?edition=1`)).json.props
    assert.deepInclude(old.edition, { number: 1, newest: false })
    assert.lengthOf(old.rows, 6)
  })

  test('faults are told by row and column, and nothing is stored')
    .with([
      ['weak_ports', { port: 'XXXXX', class: 'C' }, 'rows.0.port'],
      ['weak_ports', { port: 'VEPBL', class: 'A' }, 'rows.0.class'],
      ['weak_ports', { port: '', class: 'C' }, 'rows.0.port'],
      ['source_countries', { country: 'XX', threat: 'NAR' }, 'rows.0.country'],
      ['source_countries', { country: '*', threat: 'NAR' }, 'rows.0.country'],
      ['cover_loads', { goods: 'Tiles', words: '', hs: null, origin: '*', threat: 'NAR' }, 'rows.0.words'],
      ['cover_loads', { goods: 'Tiles', words: '|- |', origin: '*', threat: 'NAR' }, 'rows.0.words'],
      ['cover_loads', { goods: 'Tiles', hs: '69x7', origin: '*', threat: 'NAR' }, 'rows.0.hs'],
      ['vague_descriptions', { term: 'STC', at_master: 'yes' }, 'rows.0.at_master'],
    ] as [string, object, string][])
    .run(async ({ assert }, [code, row, field]) => {
      const place = await makePlace()
      const author = await place.as('profile_author')
      const refused = await author.post(`${place.path}/reference-lists/${code}/editions`, { rows: [row] })
      assert.equal(refused.status, 422)
      assert.deepEqual(Object.keys(refused.json.errors), [field])
      assert.lengthOf(await storedEditions(place, code), 1)
    })

  test('a row said twice is refused', async ({ assert }) => {
    const place = await makePlace()
    const author = await place.as('profile_author')
    const refused = await author.post(`${place.path}/reference-lists/weak_ports/editions`, {
      rows: [...PORTS, { port: 'vepbl', class: 'D' }],
    })
    assert.deepEqual(Object.keys(refused.json.errors), ['rows.1.port'])
    assert.include(refused.json.errors['rows.1.port'], '1')
  })

  test('of several who save over one edition at once, one wins, also where there was no list', async ({ assert }) => {
    const place = await makePlace()
    const author = await place.as('profile_author')
    const route = `${place.path}/reference-lists/weak_ports/editions`
    const race = (edition: number) =>
      Promise.all(Array.from({ length: 5 }, () => author.post(route, { rows: PORTS, edition })))
    assert.deepEqual((await race(1)).map(({ status }) => status).sort(), [303, 409, 409, 409, 409])
    assert.lengthOf(await storedEditions(place, 'weak_ports'), 2)

    const empty = await makePlace()
    await empty.run(() => execute(`update tenant.reference_lists set code = 'set_aside' where code = 'weak_ports'`))
    const other = await empty.as('profile_author')
    const shown = (await other.page(`${empty.path}/reference-lists/weak_ports`)).json.props
    assert.isNull(shown.edition)
    assert.equal((await other.post(`${empty.path}/reference-lists/weak_ports/editions`, { rows: PORTS })).status, 303)
    assert.lengthOf(await storedEditions(empty, 'weak_ports'), 1)
  })
})
