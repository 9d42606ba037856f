import { test } from '@japa/runner'
import SearchDrain from '#app/privacy/jobs/search_drain'
import { setHold } from '#app/privacy/actions/legal_holds'
import { firstRow, rows } from '#platform/tenancy/database'
import { submit } from '#tests/functional/targeting/authoring/desk'
import { bytesRefusal, fileCargo, inputsOf, tablesWith } from '#tests/support/privacy'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'

const REQUEST = {
  kind: 'erasure',
  reference: 'DSR-1',
  legalBasis: 'Data Protection Act, section 14',
  receivedOn: '2026-11-01',
  dueOn: '2026-12-01',
  names: 'Same Name Ltd',
  identifiers: '',
  contacts: '',
  addresses: '',
}

const search = (place: Place) =>
  place.run(async () => {
    while (await new SearchDrain().drain());
  })

async function ask(place: Place, change: Partial<typeof REQUEST> = {}) {
  const officer = await place.as('privacy_officer')
  const answer = await officer.post(`${place.path}/privacy/requests`, { ...REQUEST, ...change })
  return { officer, answer, path: answer.location! }
}

test.group('Requests of persons: who may', () => {
  test('a stranger is sent to sign in, an analyst is refused, a neighbour finds nothing', async ({ assert }) => {
    const [place, neighbour] = [await makePlace(), await makePlace()]
    const { path, answer } = await ask(place)
    assert.equal(answer.status, 303)
    const stranger = new Visitor()
    await stranger.get(`${place.path}/sign-in`)
    assert.equal((await stranger.post(`${path}/erasure`, {})).status, 401)
    const analyst = await place.as('analyst')
    for (const act of ['export', 'restriction', 'erasure', 'note', 'close'])
      assert.equal((await analyst.post(`${path}/${act}`, {})).status, 403, act)
    assert.equal((await analyst.page(path)).status, 403)
    const foreign = await neighbour.as('privacy_officer')
    assert.equal((await foreign.page(path.replace(place.path, neighbour.path))).status, 404)
  })

  test('what is missing is said on its field, and nothing is written', async ({ assert }) => {
    const place = await makePlace()
    for (const [field, change] of [
      ['reference', { reference: '' }],
      ['legalBasis', { legalBasis: '' }],
      ['dueOn', { dueOn: '2026-02-30' }],
      ['dueOn', { dueOn: '2026-10-01' }],
      ['names', { names: ' \n*** ' }],
      ['kind', { kind: 'forgetting' }],
    ] as [string, object][]) {
      const { answer } = await ask(place, change)
      assert.equal(answer.status, 422, field)
      assert.isNotEmpty(answer.json.errors[field], field)
    }
    assert.isNull(await place.run(() => firstRow(`select 1 from tenant.subject_requests`)))
    await ask(place)
    assert.equal((await ask(place)).answer.status, 422, 'a reference names one request')
  })
})

test.group('Requests of persons', () => {
  test('somebody is found in every register, told what may be told, and erased where the law allows', async ({
    assert,
  }) => {
    const place = await makePlace()
    const cargo = await fileCargo(place, 'OTHERPARTY')
    const { officer, path } = await ask(place)
    assert.notInclude(await tablesWith(place, 'Same Name'), 'subject_requests', 'what is searched for is sealed')
    assert.equal((await officer.post(`${path}/erasure`, {})).status, 409, 'not before it is searched')
    await search(place)
    const found = (await officer.page(path)).json.props
    assert.equal(found.request.state, 'found')
    assert.deepEqual(found.counts, { assessments: 1, consignments: 1, messages: 1 })
    assert.deepEqual(
      found.hits
        .map((hit: { label: string }) => hit.label)
        .sort()
        .at(-1),
      'XCARBOG00072'
    )

    await officer.post(`${path}/export`, {})
    const { files } = (await officer.page(path)).json.props
    const texts = await Promise.all(
      files.map(async ({ id }: { id: string }) => (await officer.get(`${path}/files/${id}`)).text)
    )
    for (const text of texts) {
      assert.include(text, 'SAME NAME LTD')
      assert.notInclude(text, 'OTHERPARTY', 'nobody else is in it')
      assert.notMatch(text, /score|P02/, 'open targeting is withheld')
    }

    const { props } = await submit(officer, `${path}/erasure`, {}, path)
    assert.deepInclude(props.flash.sentence.params, { consignments: 1, messages: 1, held: 0 })
    assert.deepEqual(await tablesWith(place, 'SAME NAME'), [])
    assert.equal(await bytesRefusal(place, cargo.blob), 'E_BLOB_MISSING')
    assert.equal((await inputsOf(place, cargo.second))?.erased?.rule, 'subject_request')
    assert.isNull((await inputsOf(place, cargo.first))?.erased ?? null, 'others keep theirs')
    assert.include(await tablesWith(place, 'OTHERPARTY HOLDINGS'), 'consignments')
    const page = await (await place.as('analyst')).page(`${place.path}/consignments/${cargo.second}`)
    assert.equal(page.status, 200)
    assert.equal(page.json.props.inputsErased.rule, 'subject_request')
    assert.match(JSON.stringify(page.json.props.parties), /P-[0-9A-F]{12}/)

    const kinds = await place.run(() =>
      rows<{ action: string; data: object }>(
        `select action, data from tenant.audit_entries where subject_kind = 'subject_request' order by id`
      )
    )
    assert.includeMembers(
      kinds.map(({ action }) => action),
      [
        'subject_request.registered',
        'subject_request.opened',
        'subject_request.exported',
        'subject_request.downloaded',
        'subject_request.erased',
      ]
    )
    assert.notMatch(JSON.stringify(kinds), /same name/i)
  }).timeout(60_000)

  test('what a legal hold keeps is not erased, and is counted', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await fileCargo(place, 'HELDPARTY')
    await place.run(() =>
      setHold(
        {
          scope: 'consignment',
          subjectId: cargo.second,
          partyKey: null,
          from: null,
          until: null,
          reason: 'a court asked',
          authority: 'Court',
        },
        place.officers.privacy_officer!.id
      )
    )
    const { officer, path } = await ask(place)
    await search(place)
    const { props } = await submit(officer, `${path}/erasure`, {}, path)
    assert.deepInclude(props.flash.sentence.params, { consignments: 0, messages: 0, held: 2 })
    assert.isNull(await bytesRefusal(place, cargo.blob))
    assert.include(await tablesWith(place, 'SAME NAME LTD'), 'consignments')
  }).timeout(60_000)

  test('an access request erases nothing; a restriction marks the party and names nobody', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await fileCargo(place, 'RESTRICTED')
    const { officer, path } = await ask(place, { kind: 'restriction' })
    await search(place)
    assert.equal((await officer.post(`${path}/erasure`, {})).status, 409)
    assert.equal((await officer.post(`${path}/restriction`, {})).status, 303)
    const [kept] = await place.run(() =>
      rows<{ hash: string }>(`select party_hash as hash from tenant.party_restrictions`)
    )
    assert.match(kept!.hash, /^P-[0-9A-F]{12}$/)
    const restricted = async (id: string) =>
      (await (await place.as('analyst')).page(`${place.path}/consignments/${id}`)).json.props.parties.map(
        (party: { restricted: boolean }) => party.restricted
      )
    assert.include(await restricted(cargo.second), true)
    assert.notInclude(await restricted(cargo.first), true)
  }).timeout(60_000)

  test('a note is sealed, an answer closes, and a closed request is acted on no more', async ({ assert }) => {
    const place = await makePlace()
    const { officer, path } = await ask(place, { kind: 'rectification' })
    assert.equal((await officer.post(`${path}/close`, { refused: false, note: 'too early' })).status, 409)
    await search(place)
    assert.equal((await officer.post(`${path}/note`, { note: 'the name is spelt SECRETSPELLING' })).status, 303)
    assert.deepEqual(await tablesWith(place, 'SECRETSPELLING'), [])
    const { events } = (await officer.page(path)).json.props
    assert.include(JSON.stringify(events), 'SECRETSPELLING', 'the privacy officer reads it')
    assert.equal((await officer.post(`${path}/close`, { refused: true, note: 'not the person' })).status, 303)
    assert.equal((await officer.post(`${path}/note`, { note: 'one more' })).status, 409)
    const closed = (await officer.page(path)).json.props
    assert.equal(closed.request.state, 'refused')
    assert.isFalse(closed.may.manage)
  })
})
