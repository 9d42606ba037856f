import { test } from '@japa/runner'
import { mergeIdentities } from '#app/cargo_register/actions/parties/merge_identities'
import { checkHistory } from '#app/cargo_register/actions/check_history'
import { maskConsignments } from '#app/cargo_register/published'
import { partyIdentities } from '#app/cargo_register/retention/party_identities'
import { DAY } from '#core/kernel/instant'
import { MOST_BEARERS } from '#core/matching/known_forms'
import { execute } from '#platform/tenancy/database'
import { retentionRegistry } from '#platform/retention/registry'
import type { StepBill } from '#tests/support/fixtures/cargo_steps'
import { ask } from '#tests/support/intake'
import { makeSenders, register } from '#tests/support/register'
import { makePlace, type Place } from '#tests/support/world'
import '#app/retention'

interface Key {
  key: string
  identity: string
  because: string
}
const keysOf = (place: Place) =>
  ask<Key>(
    place,
    `select key, identity, because from tenant.identity_keys where key not like '%CALABASH%' order by key`
  )

async function filed(...bills: StepBill[]) {
  const place = await makePlace()
  const senders = await makeSenders(place, ['ALPHA'])
  for (const [at, bill] of bills.entries())
    await register(place, senders, {
      act: 'send',
      fn: 'original',
      sender: 0,
      document: `D${at}`,
      filedAt: Date.now() - (bills.length - at) * DAY,
      bills: [bill],
    })
  return place
}

test.group('Identities of parties', () => {
  test('what is filed joins by rule alone, and says by which', async ({ assert }) => {
    const place = await filed(
      { number: 'A', consignee: 'Blue Mahoe Ltd' },
      { number: 'B', consignee: 'BLUE MAHOE', identifier: '004-410-277' },
      { number: 'C', consignee: 'Mahoe Holdings', identifier: '004410277', country: null },
      { number: 'D', consignee: 'Blue Mahoe', country: 'PA' },
      { number: 'E', consignee: 'Blue Mahoe', identifier: '009-999-111' }
    )
    const [, , own, one] = await keysOf(place)
    const said = (await keysOf(place)).map(({ key, identity, because }) => [key, identity === one!.identity, because])
    assert.deepEqual(said, [
      ['id:TRN:004410277@', true, 'identifier'],
      ['id:TRN:004410277@JM', true, 'name'],
      ['id:TRN:009999111@JM', false, 'new'],
      ['name:BLUE MAHOE@JM', true, 'new'],
      ['name:BLUE MAHOE@PA', false, 'new'],
    ])
    assert.notEqual(own!.identity, one!.identity, 'another number of the same type is another party')
    await place.run(() => execute(`delete from tenant.identity_keys`))
    await place.run(() => checkHistory({ repair: true }))
    assert.lengthOf(await keysOf(place), 5, 'a repair reads them from the documents again')
  }).timeout(60_000)

  test('a name that too many bear tells nobody any more, a number still does', async ({ assert }) => {
    const many = Array.from({ length: MOST_BEARERS }, (_, at) => ({ identifier: `004${100_000 + at}` }))
    const place = await filed(
      ...[...many, {}, { identifier: '009999111' }].map((told, at) => ({
        number: `A${at}`,
        consignee: 'Ana Example',
        ...told,
      })),
      { number: 'B', consignee: 'Ana Example', country: null },
      { number: 'C', consignee: 'Ana Example', country: null, identifier: '009999111' }
    )
    const keys = new Map((await keysOf(place)).map((each) => [each.key, each]))
    assert.lengthOf(new Set([...keys.values()].map(({ identity }) => identity)), MOST_BEARERS + 3)
    assert.equal(keys.get('name:ANA EXAMPLE@')?.because, 'new', 'told by a name that more bear than are looked at')
    assert.equal(keys.get('id:TRN:009999111@')?.identity, keys.get('id:TRN:009999111@JM')?.identity)
  }).timeout(60_000)

  test('a masked party is forgotten, and what was decided of it, with its words', async ({ assert }) => {
    const place = await filed({ number: 'A', consignee: 'Ana Example' }, { number: 'B', consignee: 'Anna Example' })
    const [ana, anna] = await keysOf(place)
    const officerId = place.officers.supervisor!.id
    await place.run(() =>
      mergeIdentities({ from: anna!.identity, into: ana!.identity, reason: 'Ana signs both', officerId })
    )
    const all = (await ask<{ id: string }>(place, `select id from tenant.consignments`)).map(({ id }) => id)
    await place.run(() => maskConsignments(all.slice(0, 1), { at: new Date(), rule: 'subject_request' }))
    const left = await keysOf(place)
    assert.lengthOf(left, 1)
    assert.lengthOf(await ask(place, `select 1 from tenant.identity_decisions`), left[0]!.key === anna!.key ? 1 : 0)
    await place.run(() => maskConsignments(all, { at: new Date(), rule: 'subject_request' }))
    assert.deepEqual(await keysOf(place), [])
    assert.deepEqual(await ask(place, `select reason from tenant.identity_decisions`), [])
  }).timeout(60_000)

  test('a key goes when its time is over and nothing counted names it', async ({ assert }) => {
    const place = await filed({ number: 'A', consignee: 'Ana Example' })
    assert.include([...retentionRegistry.all()], partyIdentities)
    const due = () => place.run(() => partyIdentities.remove.due(new Date(), 10))
    assert.deepEqual(await due(), [], 'history still counts it')
    await place.run(() => execute(`delete from tenant.consignment_history`))
    await place.run(() => execute(`delete from tenant.history_traces`))
    const over = await due()
    assert.isAbove(over.length, 0)
    await place.run(() => partyIdentities.remove.apply(over, { at: new Date(), rule: 'retention' }))
    assert.deepEqual(await keysOf(place), [])
  }).timeout(60_000)
})
