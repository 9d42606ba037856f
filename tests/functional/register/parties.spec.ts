import { test } from '@japa/runner'
import { ask, file } from '#tests/support/intake'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'

const identityOf = async (place: Place, name: string) =>
  (
    await ask<{ identity: string }>(place, `select identity from tenant.identity_keys where shown = ? order by key`, [
      name,
    ])
  )[0]!.identity

/** Two consignees who are one, and one consignor. */
async function furnish() {
  const place = await makePlace()
  const bill = (number: string, consignee: string) => ({ number, consignee })
  await file(
    place,
    cuscar({
      sender: 'ALPHA',
      document: 'P1',
      bills: [bill('PB1', 'Blue Mahoe Interiors'), bill('PB2', 'Blue Maho Interiors')],
    })
  )
  return {
    place,
    blue: await identityOf(place, 'Blue Mahoe Interiors'),
    other: await identityOf(place, 'Blue Maho Interiors'),
  }
}

test.group('Parties', () => {
  test('who may read finds one by the beginning of its name, with its history and its twin', async ({ assert }) => {
    const { place, blue, other } = await furnish()
    const stranger = new Visitor()
    await stranger.get(`${place.path}/sign-in`)
    assert.equal((await stranger.get(`${place.path}/parties`)).status, 302)
    assert.equal((await (await place.as('inspector')).get(`${place.path}/parties`)).status, 403)
    const analyst = await place.as('analyst')
    const { parties } = (await analyst.page(`${place.path}/parties?q=blue+maho`)).json.props
    assert.sameMembers(
      parties.map((each: { identity: string }) => each.identity),
      [blue, other]
    )
    assert.lengthOf((await analyst.page(`${place.path}/parties?q=mahoe`)).json.props.parties, 0)
    const { props } = (await analyst.page(`${place.path}/parties/${blue}`)).json
    assert.equal(props.figures.consignee.count, 1)
    assert.deepEqual(props.filed.names, [{ value: 'Blue Mahoe Interiors', times: 1 }])
    const twin = props.twins.find((each: { identity: string }) => each.identity === other)
    assert.include(twin.why, 'spelling')
    assert.isFalse(props.may.decide)
    const opened = await ask(
      place,
      `select 1 from tenant.audit_entries where action = 'party.opened' and subject_id = ?`,
      [blue]
    )
    assert.lengthOf(opened, 1)
  })

  test('who decides merges with a reason, sets apart again, and takes decisions back in their order', async ({
    assert,
  }) => {
    const { place, blue, other } = await furnish()
    const path = `${place.path}/parties`
    const why = { reason: 'one registration, two spellings' }
    assert.equal((await (await place.as('analyst')).post(`${path}/${blue}/merge`, { other, ...why })).status, 403)
    const officer = await place.as('supervisor')
    assert.equal((await officer.post(`${path}/${blue}/merge`, { other, reason: '' })).status, 422)
    assert.equal((await officer.post(`${path}/${blue}/merge`, { other: blue, ...why })).status, 409)
    assert.equal((await officer.post(`${path}/${blue}/merge`, { other, ...why })).status, 303)
    const moved = await officer.get(`${path}/${other}`)
    assert.equal(moved.location, `${path}/${blue}`, 'who was merged away is found where it went')
    const page = async () => (await officer.page(`${path}/${blue}`)).json.props
    const merged = await page()
    assert.equal(merged.figures.consignee.count, 2)
    assert.lengthOf(merged.forms, 2)
    assert.deepInclude(merged.decisions[0], { kind: 'merge', ...why, by: 'supervisor person', undoneAt: null })

    const all = merged.forms.map(({ id }: { id: string }) => id)
    assert.equal((await officer.post(`${path}/${blue}/split`, { keys: all, ...why })).status, 409, 'something stays')
    const keys = [merged.forms.find(({ shown }: { shown: string }) => shown === 'Blue Maho Interiors').id]
    assert.equal((await officer.post(`${path}/${blue}/split`, { keys, ...why })).status, 303)
    const apart = await page()
    assert.equal(apart.figures.consignee.count, 1)
    assert.notInclude(
      apart.twins.flatMap(({ name }: { name: string }) => name),
      'Blue Maho Interiors',
      'who was set apart is not suggested again'
    )
    const [split, merge] = apart.decisions
    const undo = (id: string) => officer.post(`${path}/decisions/${id}/undo`, { reason: 'looked again' })
    assert.equal((await undo(merge.id)).status, 409, 'the later decision first')
    assert.equal((await undo(split.id)).status, 303)
    assert.equal((await undo(split.id)).status, 409)
    assert.equal((await undo(merge.id)).status, 303)
    assert.equal((await page()).figures.consignee.count, 1)
    assert.equal((await officer.page(`${path}/${other}`)).json.props.figures.consignee.count, 1)
    const audited = await ask<{ action: string }>(
      place,
      `select action from tenant.audit_entries where action like 'party.%' and action <> 'party.opened' order by id`
    )
    assert.deepEqual(
      audited.map(({ action }) => action),
      ['party.merged', 'party.split', 'party.decision_undone', 'party.decision_undone']
    )
  })
})
