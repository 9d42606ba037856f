import { test } from '@japa/runner'
import QuestionsDrain from '#app/casework/questions/jobs/questions_drain'
import { useScanner } from '#platform/attachments/scanner'
import { execute } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { engage, senderOf, signInFiler, type FilerPerson } from '#tests/support/filers'
import { PHOTOGRAPH } from '#tests/support/fixtures/photograph'
import { ask } from '#tests/support/intake'
import { sendLetters } from '#tests/support/letters'
import type { Answer, Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'

interface World {
  place: Place
  study: string
  path: string
  consignment: string
  sender: string
  person: FilerPerson
  filer: Visitor
}

/** A case under analysis by the analyst, and somebody at its filer who is signed in. */
async function world(): Promise<World> {
  const place = await makePlace()
  const { alert, consignment } = await makeAlert(place, { band: 'high', score: 80 })
  const analyst = await place.as('analyst')
  const opened = await analyst.post(`${place.path}/cases`, { title: 'Secret story', alerts: [alert], consignments: [] })
  const study = opened.location!.split('/').at(-1)!
  const path = `${place.path}/cases/${study}`
  const sender = await senderOf(place, consignment)
  const person = await engage(place, sender)
  const made: World = { place, study, path, consignment, sender, person, filer: await signInFiler(place, person) }
  for (const code of ['assign', 'begin_analysis']) await act(made, 'analyst', code)
  return made
}

const row = async ({ place, study }: World) =>
  (
    await ask<{ state: string; version: number }>(
      place,
      `select state, version from tenant.cases where id = '${study}'`
    )
  )[0]!

async function act(here: World, role: string, code: string, more: Record<string, unknown> = {}): Promise<Answer> {
  const { version } = await row(here)
  const body = { version, reason: '', note: '', outcome: '', officer: '', ...more }
  return (await here.place.as(role)).post(`${here.path}/acts/${code}`, body)
}

async function question(here: World, more: Record<string, unknown> = {}, role = 'analyst'): Promise<Answer> {
  const { version } = await row(here)
  const body = {
    version,
    kind: 'rfi',
    consignments: [here.consignment],
    items: ['goods_description', 'weight'],
    note: 'As packed',
    due: '',
    reason: '',
    because: '',
    ...more,
  }
  return (await here.place.as(role)).post(`${here.path}/questions`, body)
}

interface Row {
  id: string
  number: string
  state: string
  kind: string
  due: string | null
}
const questions = ({ place }: World) =>
  ask<Row>(place, `select id, number::text, state, kind, due_at as due from tenant.questions order by number`)
const told = (here: World, role: string, kind: string) =>
  ask(
    here.place,
    `select id from tenant.notifications where kind = '${kind}' and officer_id = '${here.place.officers[role]!.id}'`
  )
const pageOf = async (here: World, id: string) => here.filer.page(`${here.place.path}/filer/questions/${id}`)
const portal = ({ place }: World, rest = '') => `${place.path}/filer/questions${rest}`

test.group('Questions: asked by officers', () => {
  test('asking moves the case, gives the administration’s deadline and tells the filer neutrally', async ({
    assert,
  }) => {
    const here = await world()
    assert.equal((await question(here)).status, 303)
    assert.equal((await row(here)).state, 'awaiting_reply')
    const [asked] = await questions(here)
    assert.equal(asked!.state, 'asked')
    // A day before the ship of the fixture arrives, at eight in Kingston.
    assert.equal(new Date(asked!.due!).toISOString(), '2026-11-30T13:00:00.000Z')
    const [letter] = (await sendLetters(here.place)).filter(({ to }) => to.includes(here.person.email))
    assert.include(letter!.text, `${here.place.path}/filer/questions`)
    for (const secret of ['Secret', 'BILL', 'COTTON', 'TEST SHIP', 'As packed', 'weight'])
      assert.notInclude(`${letter!.subject} ${letter!.text}`, secret)
    const { json } = await (await here.place.as('analyst')).page(here.path)
    assert.equal(json.props.questions[0].sender.length > 0, true)
    assert.equal(json.props.events[0].kind, 'question_asked')
  })

  test('what cannot be asked is refused and leaves the case where it was', async ({ assert }) => {
    const here = await world()
    const before = await row(here)
    const refused: [Record<string, unknown>, number, string][] = [
      [{ items: [] }, 422, 'nothing asked'],
      [{ items: ['screen_dogs'] }, 422, 'of another kind'],
      [{ kind: 'rfs', items: ['screen_dogs'] }, 409, 'a ship is not screened'],
      [{ due: '2026-11-01T10:00' }, 422, 'a deadline that has passed'],
      [{ due: '2027-11-01T10:00' }, 422, 'a deadline in a year'],
      [{ consignments: [here.study] }, 404, 'no consignment of the case'],
      [{ version: 99 }, 409, 'another version'],
      [{ note: 'x'.repeat(601) }, 422, 'too many words'],
      [{ kind: 'dnl', items: ['keep_off'] }, 409, 'without a reason for the case'],
    ]
    for (const [more, status, why] of refused) assert.equal((await question(here, more)).status, status, why)
    assert.equal((await question(here, {}, 'auditor')).status, 403)
    assert.equal((await question(here, {}, 'intelligence')).status, 409, 'somebody else holds it')
    assert.deepEqual(await row(here), before)
    assert.lengthOf(await questions(here), 0)
    await here.place.run(() => execute(`update tenant.officers set state = 'disabled' where id = ?`, [here.person.id]))
    assert.equal((await question(here)).status, 409, 'nobody there could answer')
    assert.equal((await act(here, 'analyst', 'ask')).status, 409, 'nobody waits for a question that was not put')
  })

  test('a do-not-load reaches the filer with the second person’s word, and its end too', async ({ assert }) => {
    const here = await world()
    const dnl = { kind: 'dnl', items: ['keep_off'], because: 'explosives in the profile' }
    assert.equal((await question(here, dnl)).status, 303)
    const [proposed] = await questions(here)
    assert.include(proposed!, { state: 'proposed', due: null })
    assert.lengthOf(await sendLetters(here.place), 0)
    assert.equal((await pageOf(here, proposed!.id)).status, 404, 'of what is only proposed nobody hears')
    assert.equal((await act(here, 'analyst', 'issue_dnl')).status, 403)
    assert.equal((await act(here, 'supervisor', 'issue_dnl')).status, 303)
    assert.equal((await questions(here))[0]!.state, 'asked')
    assert.lengthOf(await sendLetters(here.place), 1)
    const answered = await here.filer.post(portal(here, `/${proposed!.id}/answer`), { reply: 'not_loaded', text: '' })
    assert.equal(answered.status, 303)
    assert.equal((await row(here)).state, 'dnl_issued', 'the instruction holds on')
    assert.equal((await act(here, 'supervisor', 'lift_dnl', { note: 'screened' })).status, 303)
    assert.lengthOf(await sendLetters(here.place), 1, 'who was told not to load is told that it ended')
    const { question: shown } = (await pageOf(here, proposed!.id)).json.props
    assert.isNotNull(shown.endedAt)
  })

  test('a refused do-not-load is never heard of; who asks for one does not issue it', async ({ assert }) => {
    const here = await world()
    await question(here, { kind: 'dnl', items: ['keep_off'], because: 'why' })
    assert.equal((await act(here, 'supervisor', 'refuse_dnl', { note: 'not enough' })).status, 303)
    const [gone] = await questions(here)
    assert.equal(gone!.state, 'withdrawn')
    assert.equal((await pageOf(here, gone!.id)).status, 404)
    assert.lengthOf(await sendLetters(here.place), 0)
    assert.equal(
      (await act(here, 'supervisor', 'reassign', { note: 'mine', officer: here.place.officers.supervisor!.id })).status,
      303
    )
    assert.equal((await act(here, 'supervisor', 'begin_analysis')).status, 303)
    assert.equal((await question(here, { kind: 'dnl', items: ['keep_off'], because: 'why' }, 'supervisor')).status, 303)
    assert.equal((await act(here, 'supervisor', 'issue_dnl')).status, 403, 'four eyes')
  })

  test('who stops waiting takes the question back; one by one it ends the waiting too', async ({ assert }) => {
    const here = await world()
    await question(here)
    assert.equal((await act(here, 'analyst', 'stop_waiting', { note: 'found it elsewhere' })).status, 303)
    assert.equal((await questions(here))[0]!.state, 'withdrawn')
    assert.lengthOf(await sendLetters(here.place), 2, 'one to ask, one to take it back')
    await question(here)
    const [, second] = await questions(here)
    const analyst = await here.place.as('analyst')
    const path = `${here.path}/questions/${second!.id}/withdrawal`
    assert.equal((await (await here.place.as('intelligence')).post(path)).status, 409)
    assert.equal((await analyst.post(path)).status, 303)
    assert.equal((await analyst.post(path)).status, 409, 'it is over')
    assert.equal((await row(here)).state, 'under_analysis')
  })
})

test.group('Questions: answered by filers', () => {
  test('an answer with a file reaches the case, its holder and the bell, and moves it on', async ({ assert }) => {
    const here = await world()
    await question(here)
    const [{ id }] = (await questions(here)) as [Row]
    const shown = (await pageOf(here, id)).json.props
    assert.deepEqual(shown.question.items, ['goods_description', 'weight'])
    assert.notInclude(JSON.stringify(shown), 'Secret')
    const to = portal(here, `/${id}/answer`)
    assert.equal((await here.filer.post(to, { reply: 'provided', text: '' })).status, 422, 'nothing in it')
    assert.equal((await here.filer.post(to, { reply: 'not_loaded', text: 'x' })).status, 422, 'a reply of another kind')
    assert.equal((await here.filer.upload(portal(here, `/${id}/attachments`), 'bill.png', PHOTOGRAPH)).status, 303)
    assert.equal((await here.filer.post(to, { reply: 'provided', text: '  ' })).status, 303)
    assert.equal((await row(here)).state, 'under_analysis')
    assert.lengthOf(await told(here, 'analyst', 'question_answered'), 1)
    assert.equal((await here.filer.post(to, { reply: 'partly', text: 'again' })).status, 409)
    assert.equal((await here.filer.upload(portal(here, `/${id}/attachments`), 'late.png', PHOTOGRAPH)).status, 409)
    const analyst = await here.place.as('analyst')
    const { questions: views } = (await analyst.page(here.path)).json.props
    assert.include(views[0], { state: 'answered', reply: 'provided', answeredBy: 'filer person' })
    const file = await analyst.get(`${here.path}/questions/${id}/attachments/${views[0].files[0].id}`)
    assert.equal(file.status, 200)
    const acts = await ask<{ action: string; actor_kind: string }>(
      here.place,
      `select action, actor_kind from tenant.audit_entries where action in ('question.opened','case.question_answered','attachment.kept') order by id`
    )
    assert.deepEqual(
      acts.map((each) => `${each.actor_kind} ${each.action}`),
      ['filer question.opened', 'filer attachment.kept', 'filer case.question_answered']
    )
  })

  test('a file with malware in it is refused and not kept', async ({ assert, cleanup }) => {
    const here = await world()
    await question(here)
    const [{ id }] = (await questions(here)) as [Row]
    const before = useScanner(async () => ({ kind: 'infected', signature: 'Eicar' }))
    cleanup(() => void useScanner(before))
    assert.equal((await here.filer.upload(portal(here, `/${id}/attachments`), 'bill.png', PHOTOGRAPH)).status, 422)
    assert.lengthOf((await pageOf(here, id)).json.props.files, 0)
  })

  test('another filer’s question is not there, nor is its file', async ({ assert }) => {
    const here = await world()
    await question(here)
    const [{ id }] = (await questions(here)) as [Row]
    await here.filer.upload(portal(here, `/${id}/attachments`), 'bill.png', PHOTOGRAPH)
    const [{ id: file }] = (await pageOf(here, id)).json.props.files as [{ id: string }]
    const other = await here.place.run(async () => (await import('#app/intake/published')).findSender('OTHER'))
    const rival = await signInFiler(here.place, await engage(here.place, other.id, 'rival'))
    assert.lengthOf((await rival.page(portal(here))).json.props.questions, 0)
    for (const path of [`/${id}`, `/${id}/attachments/${file}`])
      assert.equal((await rival.page(portal(here, path))).status, 404)
    assert.equal((await rival.post(portal(here, `/${id}/answer`), { reply: 'provided', text: 'x' })).status, 404)
    assert.equal((await rival.upload(portal(here, `/${id}/attachments`), 'a.png', PHOTOGRAPH)).status, 404)
    assert.equal((await questions(here))[0]!.state, 'asked')
  })

  test('a filer is given what is its own and nothing of why', async ({ assert }) => {
    const here = await world()
    await question(here)
    const [{ id }] = (await questions(here)) as [Row]
    const { question: shown, messages: _texts, ...rest } = (await pageOf(here, id)).json.props
    assert.sameMembers(Object.keys(shown), [
      ...['id', 'number', 'kind', 'state', 'bill', 'conveyance', 'voyage', 'port', 'askedAt', 'dueAt', 'answeredAt'],
      ...['endedAt', 'items', 'note', 'reply', 'replyCode', 'answer', 'answeredBy'],
    ])
    assert.deepEqual(rest.navigation, [])
    assert.deepEqual(rest.user.permissions, [])
    assert.notInclude(JSON.stringify({ shown, ...rest }), 'analyst')
    assert.notInclude(JSON.stringify({ shown, ...rest }), here.study)
  })
})

test.group('Questions: deadlines', () => {
  test('a reminder before, then officers are told; late is still answered', async ({ assert }) => {
    const here = await world()
    await question(here)
    const [asked] = (await questions(here)) as [Row]
    await sendLetters(here.place)
    const due = new Date(asked.due!).getTime()
    const at = (ms: number) => here.place.run(() => new QuestionsDrain().drain(new Date(ms)))
    await at(due - 5 * 3_600_000)
    assert.lengthOf(await sendLetters(here.place), 0, 'not yet')
    await at(due - 3_600_000)
    await at(due - 3_000_000)
    assert.lengthOf(await sendLetters(here.place), 1, 'once')
    await at(due + 1000)
    await at(due + 2000)
    assert.equal((await questions(here))[0]!.state, 'lapsed')
    assert.lengthOf(await told(here, 'analyst', 'question_lapsed'), 1)
    assert.lengthOf(await told(here, 'supervisor', 'question_lapsed'), 1)
    assert.equal((await row(here)).state, 'awaiting_reply', 'a person decides what silence means')
    assert.equal(
      (await here.filer.post(portal(here, `/${asked.id}/answer`), { reply: 'partly', text: 'sorry' })).status,
      303
    )
    assert.equal((await row(here)).state, 'under_analysis')
  })

  test('an administration sets its own deadlines and codes; who may not is refused', async ({ assert }) => {
    const here = await world()
    const path = `${here.place.path}/administration/questions`
    const administrator = await here.place.as('administrator')
    const terms = { countedFrom: 'asked', minutes: 60, remindMinutes: 0, codes: [{ reply: 'provided', code: '7J' }] }
    assert.equal((await (await here.place.as('analyst')).put(`${path}/rfi`, terms)).status, 403)
    assert.equal((await administrator.put(`${path}/rfi`, { ...terms, minutes: 1 })).status, 422)
    assert.equal((await administrator.put(`${path}/xxx`, terms)).status, 404)
    assert.equal(
      (await administrator.put(`${path}/rfi`, { ...terms, codes: [{ reply: 'not_loaded', code: '6J' }] })).status,
      422
    )
    assert.equal((await administrator.put(`${path}/rfi`, terms)).status, 303)
    await question(here)
    const [asked] = (await questions(here)) as [Row]
    assert.approximately(new Date(asked.due!).getTime(), Date.now() + 3_600_000, 60_000)
    await here.filer.post(portal(here, `/${asked.id}/answer`), { reply: 'provided', text: 'cotton' })
    assert.equal((await pageOf(here, asked.id)).json.props.question.replyCode, '7J')
  })
})
