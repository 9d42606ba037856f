import { test } from '@japa/runner'
import { issueToken } from '#app/intake/actions/issue_token'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { TroubledStore } from '#tests/support/faults/troubled_store'
import { Visitor } from '#tests/support/visitor'
import { ask, drainIntake } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

const manifest = Uint8Array.from(cuscar({ bills: [{ number: 'F1' }] }))
const received = (place: Place) => ask(place, `select state from tenant.received_messages`)

test.group('Faults | answers', (group) => {
  let place: Place
  let store: TroubledStore
  group.each.setup(async () => {
    place = await makePlace()
    store = new TroubledStore()
    return () => store.end()
  })

  test('a machine is told {status} and when to come again, and nothing is kept')
    .with([
      { code: 'ENOSPC', status: 507, problem: 'store_full', after: '60' },
      { code: 'EDQUOT', status: 507, problem: 'store_full', after: '60' },
      { code: 'EIO', status: 503, problem: 'store_away', after: '15' },
      { code: '57P01', status: 503, problem: 'database_away', after: '10' },
      { code: '53100', status: 507, problem: 'database_full', after: '60' },
    ])
    .run(async ({ assert }, { code, status, problem, after }) => {
      const { token } = await place.run(() =>
        issueToken({ name: 'test', sender: null, scopes: ['messages:submit'], days: 30, createdBy: null })
      )
      const send = () =>
        new Visitor().send('POST', '/api/v1/messages', {
          body: manifest,
          headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'once' },
        })
      store.code = code
      const refused = await send()
      assert.equal(refused.status, status)
      assert.equal(refused.headers.get('retry-after'), after)
      assert.equal(refused.headers.get('content-type'), 'application/problem+json')
      assert.include(refused.json, { status, code: problem })
      assert.isString(refused.json.instance)
      assert.lengthOf(await received(place), 0)
      store.code = null
      assert.equal((await send()).status, 202)
      assert.lengthOf(await received(place), 1)
    })

  test('an upload is refused with a sentence, and goes through afterwards', async ({ assert }) => {
    const officer = await place.as('data_steward')
    store.code = 'ENOSPC'
    const refused = await officer.upload(`${place.path}/uploads`, 'F1.edi', manifest)
    assert.equal(refused.status, 507)
    assert.deepEqual(refused.json.message, { key: 'errors.fault_store_full', params: {} })
    assert.lengthOf(await received(place), 0)
    store.code = null
    assert.equal((await officer.upload(`${place.path}/uploads`, 'F1.edi', manifest)).status, 202)
  })

  test('a page waits in the language of its reader, with a reference, and tries again by itself')
    .with([
      ['es', 'Landfall tiene que esperar', 'ltr'],
      ['ar', 'على Landfall أن ينتظر', 'rtl'],
    ] as const)
    .run(async ({ assert }, [locale, title, direction]) => {
      const { receipt } = await receivedBy(place)
      const officer = await place.signIn('data_steward')
      officer.setCookie('lf_locale', locale)
      store.code = '57P03'
      const path = `${place.path}/messages/${receipt}`
      const answer = await officer.send('GET', path, { headers: { accept: 'text/html' } })
      assert.equal(answer.status, 503)
      assert.include(answer.text, `<html lang="${locale}" dir="${direction}">`)
      assert.include(answer.text, title)
      assert.include(answer.text, '<meta http-equiv="refresh" content="10">')
      assert.match(answer.text, /<bdi dir="ltr">[\w-]{8,}<\/bdi>/)
      const visit = await officer.page(path)
      assert.equal(visit.status, 503)
      assert.notInclude(visit.text, 'http-equiv="refresh"', 'in the frame of a visit nothing turns by itself')
      store.code = null
      assert.equal((await officer.page(path)).status, 200)
    })
})

/** A message that was read already, whose bytes a page shows: before, nobody knows whom they name. */
async function receivedBy(place: Place): Promise<{ receipt: string }> {
  const officer = await place.as('data_steward')
  const { json } = await officer.upload(`${place.path}/uploads`, 'F1.edi', manifest)
  await drainIntake(place)
  return { receipt: json.id }
}
