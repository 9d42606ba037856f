import { test } from '@japa/runner'
import { rows } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { makePlace, type Place } from '#tests/support/world'

const WORDS = { en: 'Second look', fr: 'Second regard', es: 'Segunda mirada', ar: 'نظرة ثانية' }
const SECOND_LOOK = {
  states: [{ code: 'second_look', after: 'in_review', title: WORDS, enter: WORDS, back: WORDS, secondPerson: true }],
}
const draft = async (place: Place, tailoring: object, subject = 'alert', role = 'administrator') =>
  (await place.as(role)).post(`${place.path}/administration/workflows/${subject}`, {
    tailoring,
    template: null,
    note: null,
  })
const publish = async (place: Place, revision: number, running = 'keep', role = 'supervisor') =>
  (await place.as(role)).post(`${place.path}/administration/workflows/alert/${revision}/publication`, { running })
const standing = (place: Place) =>
  place.run(() =>
    rows<{ step: string | null; revision: number }>(
      `select step, workflow_revision as revision from tenant.alerts order by id`
    )
  )

test.group('Workflow settings', () => {
  test('a draft that would shut the work in is refused, with the place', async ({ assert }) => {
    const place = await makePlace()
    const answer = await draft(place, { only: { dismiss: ['ordered'] } })
    assert.equal(answer.status, 422)
    assert.match(JSON.stringify(answer.json.errors), /dismiss/)
    const wordless = await draft(place, { titles: { new: { en: 'Fresh' } } })
    assert.equal(wordless.status, 422)
    assert.lengthOf(await place.run(() => rows(`select 1 from tenant.workflow_revisions`)), 0)
  })

  test('is published by a second person; who may neither see nor change it is refused', async ({ assert }) => {
    const place = await makePlace()
    assert.equal((await draft(place, SECOND_LOOK)).status, 303)
    assert.equal((await publish(place, 1, 'keep', 'administrator')).status, 403, 'who drafted it')
    assert.equal((await publish(place, 1, 'keep', 'auditor')).status, 403)
    assert.equal((await publish(place, 9)).status, 404)
    assert.equal((await publish(place, 1)).status, 303)
    assert.equal((await publish(place, 1)).status, 409, 'it is live already')
    const shown = async (role: string) => (await place.as(role)).page(`${place.path}/administration/workflows/alert`)
    const page = await shown('auditor')
    assert.equal(page.json.props.live, 1)
    assert.isTrue(page.json.props.workflow.states.some(({ code }: { code: string }) => code === 'second_look'))
    for (const role of ['analyst', 'inspector', 'data_steward']) assert.equal((await shown(role)).status, 403, role)
  })

  test('running alerts keep the revision they began with, or move with the steps that are gone', async ({ assert }) => {
    const place = await makePlace()
    const { alert } = await makeAlert(place)
    await draft(place, SECOND_LOOK)
    await publish(place, 1)
    assert.deepEqual(
      (await standing(place)).map(({ revision }) => revision),
      [0]
    )
    await draft(place, { ...SECOND_LOOK, required: ['claim'] })
    await draft(place, SECOND_LOOK)
    assert.equal((await publish(place, 2)).status, 409, 'a newer draft stands')
    await publish(place, 3, 'move')
    assert.deepEqual(
      (await standing(place)).map(({ revision }) => revision),
      [3]
    )
    const analyst = await place.as('analyst')
    await analyst.post(`${place.path}/alerts/${alert}/claim`)
    const step = (act: string) => analyst.post(`${place.path}/alerts/${alert}/steps`, { act, reason: null, note: null })
    await step('begin_review')
    assert.deepEqual((await step('enter_second_look')).json, { state: 'second_look' })
    const own = await analyst.post(`${place.path}/alerts/dismissals`, {
      alerts: [alert],
      reason: 'known_trade',
      note: null,
    })
    assert.equal(own.json.refused[0].key, 'triage.refused_second_person')
    await draft(place, {})
    await publish(place, 4, 'move')
    assert.deepEqual(await standing(place), [{ step: 'in_review', revision: 4 }])
    const done = await analyst.post(`${place.path}/alerts/dismissals`, {
      alerts: [alert],
      reason: 'known_trade',
      note: null,
    })
    assert.deepEqual(done.json.refused, [])
  })
})
