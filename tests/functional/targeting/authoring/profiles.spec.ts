import { test } from '@japa/runner'
import { makePlace, type Place } from '#tests/support/world'
import { Visitor } from '#tests/support/visitor'
import i18nManager from '@adonisjs/i18n/services/main'
import { execute } from '#platform/tenancy/database'
import { asked, inPlace, layCargo, raiseAlert, submit } from './desk.js'

const DOCUMENT = {
  threat: 'NAR',
  all: [{ id: 'nature', kind: 'fact', fact: 'consignment.nature', operator: 'is', value: 'import', points: 0 }],
  any: [],
  adds: [{ id: 'p10', kind: 'indicator', indicator: 'P10', version: 1, args: {}, points: 15 }],
}

async function newProfile(place: Place) {
  const author = await place.as('profile_author')
  const answer = await author.post(`${place.path}/profiles`, { name: 'Bananas from the north', threat: 'NAR' })
  return { author, path: answer.location!, id: answer.location!.split('/').at(-1)! }
}

const revisionsOf = (place: Place, profile: string) =>
  inPlace<{ revision: number; document: object; published_by: string | null; created_by: string }>(
    place,
    `select revision, document, published_by, created_by from tenant.profile_revisions where profile_id = ? order by revision`,
    [profile]
  )
const headOf = async (place: Place, profile: string) =>
  (
    await inPlace<{ state: string; live_revision: number | null; threat: string }>(
      place,
      `select state, live_revision, threat from tenant.profiles where id = ?`,
      [profile]
    )
  )[0]!

/** Gives the author the right to publish as well: the person rule has to hold alone. */
const alsoApprover = (place: Place) =>
  place.run(() =>
    execute(
      `insert into tenant.officer_roles (tenant_id, officer_id, role_id) select tenant_id, ?, id from tenant.roles where code = 'profile_approver'`,
      [place.officers['profile_author']!.id]
    )
  )

test.group('Profiles: who may', () => {
  test('a stranger is sent to sign in, others are refused, and nothing changes', async ({ assert }) => {
    const place = await makePlace()
    const { path, id } = await newProfile(place)
    const stranger = new Visitor()
    await stranger.get(`${place.path}/sign-in`)
    const before = await inPlace(place, `select id from tenant.profiles`)
    const approver = await place.as('profile_approver')
    const author = await place.as('profile_author')
    for (const [route, body, refused] of [
      [`${place.path}/profiles`, { name: 'Another', threat: 'NAR' }, approver],
      [`${path}/revisions`, { document: DOCUMENT }, approver],
      [`${path}/revisions/1/publish`, {}, author],
      [`${path}/retirement`, {}, author],
      [`${place.path}/profiles/describe`, { document: DOCUMENT }, await place.as('administrator')],
    ] as const) {
      assert.equal((await stranger.post(route, body)).status, 401, route)
      assert.equal((await refused.post(route, body)).status, 403, route)
    }
    assert.lengthOf(await inPlace(place, `select id from tenant.profiles`), before.length)
    assert.lengthOf(await revisionsOf(place, id), 1)
    assert.deepInclude(await headOf(place, id), { state: 'draft', live_revision: null })
  })

  test('another administration does not find the profile', async ({ assert }) => {
    const [here, there] = [await makePlace(), await makePlace()]
    const { id } = await newProfile(here)
    const author = await there.as('profile_author')
    assert.equal((await author.page(`${there.path}/profiles/${id}`)).status, 404)
    assert.equal((await author.post(`${there.path}/profiles/${id}/revisions`, { document: DOCUMENT })).status, 404)
  })
})

test.group('Profiles', () => {
  test('a new profile is an empty draft that weighs nothing', async ({ assert }) => {
    const place = await makePlace()
    const { author, path, id } = await newProfile(place)
    const { props, component } = (await author.page(path)).json
    assert.equal(component, 'profiles/show')
    assert.deepInclude(props.revision, {
      number: 1,
      state: 'draft',
      document: { threat: 'NAR', all: [], any: [], adds: [] },
    })
    assert.equal(props.catalogue.indicators.length > 15, true)
    assert.deepEqual(
      props.catalogue.facts.find((fact: { key: string }) => fact.key === 'consignment.nature').values[0],
      { value: 'export', label: 'authoring.value_export' }
    )
    assert.isTrue(props.may.edit)
    assert.isFalse(props.may.publish)
    assert.deepInclude(await headOf(place, id), { state: 'draft', live_revision: null })
    const listed = (await author.page(`${place.path}/profiles`)).json.props.profiles.find(
      (each: { id: string }) => each.id === id
    )
    assert.deepInclude(listed, {
      liveRevision: null,
      draftRevision: 1,
      conditions: 0,
      author: 'profile_author person',
      alerts: 0,
      applied: null,
    })
    const invalid = await author.post(`${place.path}/profiles`, { name: '', threat: 'NONE' })
    assert.sameMembers(Object.keys(invalid.json.errors), ['name', 'threat'])
  })

  test('saving makes the next revision and never changes one', async ({ assert }) => {
    const place = await makePlace()
    const { author, path, id } = await newProfile(place)
    const saved = await author.post(`${path}/revisions`, { document: DOCUMENT, note: 'First words' })
    assert.equal(saved.location, `${path}?revision=2`)
    const revisions = await revisionsOf(place, id)
    assert.deepEqual(
      revisions.map(({ revision }) => revision),
      [1, 2]
    )
    assert.deepEqual(revisions[1]!.document, DOCUMENT)
    const { revision } = (await author.page(path)).json.props
    assert.equal(revision.note, 'First words')
    assert.deepEqual(
      revision.words.map((part: { sentence: { key: string; params: object }; strong: boolean }) => [
        part.sentence.key,
        part.sentence.params,
        part.strong,
      ]),
      [
        ['authoring.words_clause', { clause: 'Pick consignments where all of these hold' }, false],
        ['authoring.words_item_stop', { words: 'nature of the cargo is import', points: 0 }, true],
        ['authoring.words_clause', { clause: 'Add points for' }, false],
        [
          'authoring.words_item_stop',
          { words: i18nManager.locale('en').t('targeting.indicator_p10'), points: 15 },
          true,
        ],
      ]
    )
  })

  test('a document with faults is refused with a sentence a place', async ({ assert }) => {
    const place = await makePlace()
    const { author, path, id } = await newProfile(place)
    const document = { ...DOCUMENT, adds: [{ ...DOCUMENT.adds[0], indicator: 'P99', points: 9999 }], tenant_id: 'x' }
    const refused = await author.post(`${path}/revisions`, { document })
    assert.equal(refused.status, 422)
    assert.includeMembers(Object.keys(refused.json.errors), [
      'document',
      'document.adds.0.indicator',
      'document.adds.0.points',
      'document.tenant_id',
    ])
    assert.equal((await author.post(`${path}/revisions`, {})).status, 422)
    assert.lengthOf(await revisionsOf(place, id), 1)
    const described = await author.post(`${place.path}/profiles/describe`, { document })
    assert.includeMembers(
      described.json.problems.map((each: { path: string }) => each.path),
      ['adds.0.indicator', 'tenant_id']
    )
    assert.deepEqual(described.json.words, [])
    const fine = await author.post(`${place.path}/profiles/describe`, { document: DOCUMENT })
    assert.deepEqual(fine.json.problems, [])
    assert.lengthOf(fine.json.words, 4)
  })

  test('of two who save over one revision at once, one wins and the other is told', async ({ assert }) => {
    const place = await makePlace()
    const { author, path, id } = await newProfile(place)
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => author.post(`${path}/revisions`, { document: DOCUMENT, base: 1 }))
    )
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409, 409, 409, 409, 409])
    assert.lengthOf(await revisionsOf(place, id), 2)
  })

  test('publishing puts a draft in force and weighs open cargo again; retiring takes it out', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await layCargo(place)
    const { author, path, id } = await newProfile(place)
    await author.post(`${path}/revisions`, { document: { ...DOCUMENT, threat: 'TOB' } })
    const approver = await place.as('profile_approver')
    assert.isTrue((await approver.page(path)).json.props.may.publish)
    const { props } = await submit(approver, `${path}/revisions/2/publish`, {}, path)
    assert.equal(props.flash.sentence.key, 'common.done_published')
    assert.deepInclude(props.revision, { number: 2, state: 'live', publishedBy: 'profile_approver person' })
    assert.deepInclude(await headOf(place, id), { state: 'live', live_revision: 2, threat: 'TOB' })
    assert.deepEqual(await asked(place, 'profile_published'), [...cargo.open].sort())
    assert.equal((await approver.post(`${path}/revisions/1/publish`)).status, 403, 'an overtaken draft')
    assert.equal((await approver.post(`${path}/revisions/2/publish`)).status, 403, 'published already')
    assert.equal((await approver.post(`${path}/revisions/9/publish`)).status, 404)

    assert.equal((await approver.post(`${path}/retirement`)).status, 303)
    assert.deepInclude(await headOf(place, id), { state: 'retired' })
    assert.lengthOf(await asked(place, 'profile_retired'), cargo.open.length)
    assert.equal((await approver.post(`${path}/retirement`)).status, 403)
    assert.isNull((await approver.page(path)).json.props.profile.liveRevision)
  })

  test('author and publisher are never one, by policy and by the database', async ({ assert }) => {
    const place = await makePlace()
    const { author, path, id } = await newProfile(place)
    await author.post(`${path}/revisions`, { document: DOCUMENT })
    await alsoApprover(place)
    // Other roles renew the session: the page after the next one brings the new form token.
    await author.page(path)
    const page = (await author.page(path)).json.props.may
    assert.isFalse(page.publish)
    assert.deepEqual(page.cannotPublish, {
      key: 'authoring.publish_own_who',
      params: { who: 'profile_approver person' },
    })
    const refused = await author.post(`${path}/revisions/2/publish`)
    assert.equal(refused.status, 403)
    assert.equal(refused.json.message.key, 'authoring.publish_own')
    const { answer, props } = await submit(author, `${path}/revisions/2/publish`, {}, path)
    assert.equal(answer.status, 303)
    assert.deepInclude(props.flash, { kind: 'refused', sentence: { key: 'authoring.publish_own', params: {} } })
    assert.deepInclude(await headOf(place, id), { state: 'draft', live_revision: null })
    await assert.rejects(
      () =>
        place.run(() =>
          execute(
            `update tenant.profile_revisions set published_by = created_by, published_at = now() where profile_id = ? and revision = 2`,
            [id]
          )
        ),
      /profile_revisions_check/
    )
  })

  test('a second account of the author publishes nothing either', async ({ assert }) => {
    const place = await makePlace()
    const { author, path, id } = await newProfile(place)
    await author.post(`${path}/revisions`, { document: DOCUMENT })
    const [first, second] = [place.officers['profile_author']!.id, place.officers['profile_approver']!.id]
    const approver = await place.as('profile_approver')
    await inPlace(place, `update tenant.officers set same_person_as = ? where id = ? returning id`, [first, second])
    assert.deepEqual((await approver.page(path)).json.props.may.cannotPublish.key, 'authoring.publish_nobody')
    const refused = await approver.post(`${path}/revisions/2/publish`)
    assert.deepEqual([refused.status, refused.json.message.key], [403, 'authoring.publish_own'])
    const { publishProfile } = await import('#app/targeting/actions/publish_profile')
    const { getProfileRevision } = await import('#app/targeting/queries/get_profile')
    const past = await place.run(async () => publishProfile(id, (await getProfileRevision(id, 2))!, second))
    assert.isFalse(past.ok, 'nor past the policy')
    assert.deepInclude(await headOf(place, id), { state: 'draft', live_revision: null })
  })

  test('a draft that weighs nothing is not published', async ({ assert }) => {
    const place = await makePlace()
    const { path, id } = await newProfile(place)
    const approver = await place.as('profile_approver')
    const refused = await approver.post(`${path}/revisions/1/publish`)
    assert.equal(refused.status, 403)
    assert.equal(refused.json.message.key, 'authoring.publish_problems')
    assert.deepInclude(await headOf(place, id), { state: 'draft' })
  })

  test('of several who publish at once, one wins; an edit meanwhile voids it', async ({ assert }) => {
    const place = await makePlace()
    const { author, path, id } = await newProfile(place)
    await author.post(`${path}/revisions`, { document: DOCUMENT })
    const approver = await place.as('profile_approver')
    const answers = await Promise.all(Array.from({ length: 5 }, () => approver.post(`${path}/revisions/2/publish`)))
    assert.lengthOf(
      answers.filter(({ status }) => status === 303),
      1
    )
    assert.isTrue(answers.every(({ status }) => [303, 403, 409].includes(status)))
    await author.post(`${path}/revisions`, { document: DOCUMENT })
    await author.post(`${path}/revisions`, { document: DOCUMENT })
    assert.equal((await approver.post(`${path}/revisions/3/publish`)).status, 403)
    assert.deepInclude(await headOf(place, id), { live_revision: 2 })
    const { publishProfile } = await import('#app/targeting/actions/publish_profile')
    const { getProfileRevision } = await import('#app/targeting/queries/get_profile')
    const overtaken = await place.run(async () =>
      publishProfile(id, (await getProfileRevision(id, 3))!, place.officers['profile_approver']!.id)
    )
    assert.isFalse(overtaken.ok)
    const altered = await place.run(async () => {
      const draft = (await getProfileRevision(id, 4))!
      return publishProfile(
        id,
        { ...draft, document: { ...draft.document, threat: 'WMD' } },
        place.officers['profile_approver']!.id
      )
    })
    assert.isFalse(altered.ok, 'what is published is what was stored')
  })

  test('open alerts of the last days are counted by the profiles that gave a reason', async ({ assert }) => {
    const place = await makePlace()
    const cargo = await layCargo(place)
    const { author, id } = await newProfile(place)
    await raiseAlert(place, cargo.open[0]!, { profiles: [id] })
    const { profiles } = (await author.page(`${place.path}/profiles`)).json.props
    assert.equal(profiles.find((each: { id: string }) => each.id === id).alerts, 1)
    assert.isTrue(
      profiles.filter((each: { id: string }) => each.id !== id).every((each: { alerts: number }) => each.alerts === 0)
    )
  })
})
