import { test } from '@japa/runner'
import { acceptOrder, cancelOrder, reviewOrder, startOrder } from '#app/casework/inspections/actions/move_order'
import { recordFinding } from '#app/casework/inspections/actions/record_finding'
import { recordOutcome } from '#app/casework/inspections/actions/record_outcome'
import { makeAlert } from '#tests/support/alerts'
import { makeSite } from '#tests/support/casework'
import { connectedAs, enter } from '#tests/support/database_roles'
import { ask } from '#tests/support/intake'
import { Visitor } from '#tests/support/visitor'
import { makePlace, type Place } from '#tests/support/world'

const OUTCOME = {
  result: 'resultant',
  judgement: 'confirmed_risk',
  enforcement: 'seizure',
  revenueMinor: null,
  minutes: 30,
  people: null,
  costMinor: null,
  reason: null,
  note: null,
} as const

const FINDING = {
  what: 'narcotics',
  place: 'floor',
  quantity: '2',
  unit: 'kg',
  valueMinor: null,
  note: null,
  replaces: null,
}

interface Opened {
  place: Place
  id: string
  path: string
  alert: string
  consignment: string
}

/** A case over one alert, opened by the analyst from the page. */
async function opened(place?: Place): Promise<Opened> {
  const here = place ?? (await makePlace())
  const { alert, consignment } = await makeAlert(here, { band: 'high', score: 80 })
  const answer = await (
    await here.as('analyst')
  ).post(`${here.path}/cases`, {
    title: 'Cotton that weighs too much',
    alerts: [alert],
    consignments: [],
  })
  const id = answer.location!.split('/').at(-1)!
  return { place: here, id, path: `${here.path}/cases/${id}`, alert, consignment }
}

const row = async ({ place, id }: Opened) =>
  (await ask<Record<string, unknown>>(place, `select * from tenant.cases where id = '${id}'`))[0]!

/** Does an act as it is done on the page: with the version that stands there. */
async function act(study: Opened, role: string, code: string, more: Record<string, unknown> = {}) {
  const { version } = await row(study)
  const body = { version, reason: '', note: '', outcome: '', officer: '', ...more }
  return (await study.place.as(role)).post(`${study.path}/acts/${code}`, body)
}

/** Under analysis, by the analyst. */
async function begun(): Promise<Opened> {
  const study = await opened()
  await act(study, 'analyst', 'assign')
  await act(study, 'analyst', 'begin_analysis')
  return study
}

test.group('Cases: opened over alerts', () => {
  test('an alert is answered by its case, taken out again, and studied in one case at a time', async ({ assert }) => {
    const study = await opened()
    const { place, path, alert } = study
    const stateOf = async () =>
      (await ask<{ state: string }>(place, `select state from tenant.alerts where id = '${alert}'`))[0]?.state
    assert.equal(await stateOf(), 'promoted')
    const analyst = await place.as('analyst')
    const again = await analyst.post(`${place.path}/cases`, { title: 'Once more', alerts: [alert], consignments: [] })
    assert.equal(again.status, 409)
    assert.lengthOf(await ask(place, `select 1 from tenant.cases`), 1, 'what is refused half way leaves no case')
    assert.equal((await analyst.post(`${path}/alerts/${alert}/detach`)).status, 303)
    assert.equal(await stateOf(), 'new')
    assert.equal((await analyst.post(`${path}/alerts`, { alerts: [alert] })).status, 303)
    const { props } = (await analyst.page(path)).json
    assert.deepEqual(
      props.events.map(({ kind }: { kind: string }) => kind),
      ['alert_added', 'alert_detached', 'alert_added', 'consignment_added', 'opened']
    )
    assert.equal(props.alerts[0].score, 80)
    assert.deepEqual([props.study.number, props.study.phase, props.consignments.length], ['1', 'open', 1])
  })

  test('signed out, without the permission, of a neighbour: refused, nothing changed', async ({ assert }) => {
    const study = await opened()
    const there = await makePlace()
    assert.equal((await new Visitor().post(`${study.path}/notes`, { text: 'x', mentioned: [] })).status, 403)
    for (const role of ['inspector', 'manager', 'administrator'])
      assert.equal((await (await study.place.as(role)).page(study.path)).status, 403, role)
    const auditor = await study.place.as('auditor')
    assert.equal((await auditor.page(study.path)).status, 200)
    assert.equal((await auditor.post(`${study.path}/notes`, { text: 'x', mentioned: [] })).status, 403)
    assert.equal((await act(study, 'auditor', 'assign')).status, 403)
    const neighbour = await there.as('analyst')
    assert.equal((await neighbour.page(`${there.path}/cases/${study.id}`)).status, 404)
    assert.equal((await row(study)).version, 1)
  })
})

test.group('Cases: moved by their workflow', () => {
  test('a hold takes a second person and a reason, and says where the goods are', async ({ assert }) => {
    const study = await begun()
    assert.equal((await act(study, 'analyst', 'request_hold')).status, 409, 'a reason is asked for')
    assert.equal((await act(study, 'analyst', 'request_hold', { note: 'weight does not fit' })).status, 303)
    assert.equal((await act(study, 'analyst', 'hold')).status, 403, 'an analyst approves nothing')
    assert.equal((await act(study, 'supervisor', 'hold')).status, 303)
    assert.include(await row(study), { state: 'on_hold', disposition: 'on_hold', outcome: null })
  })

  test('who asked for a hold does not approve it, whatever they may', async ({ assert }) => {
    const study = await opened()
    for (const code of ['assign', 'begin_analysis']) await act(study, 'supervisor', code)
    await act(study, 'supervisor', 'request_hold', { note: 'seen at the gate' })
    assert.equal((await act(study, 'supervisor', 'hold')).status, 403)
    assert.equal((await row(study)).state, 'hold_requested')
    const { acts } = (await (await study.place.as('supervisor')).page(study.path)).json.props
    const hold = acts.find(({ code }: { code: string }) => code === 'hold')
    assert.equal(hold.refused, 'cases.refused_second_person', 'and the page says why')
  })

  test('of two who act on what they both saw, one is told that it changed', async ({ assert }) => {
    const study = await begun()
    const body = { version: 3, reason: '', note: 'both at once', outcome: '', officer: '' }
    const analyst = await study.place.as('analyst')
    const instruction = {
      ...body,
      kind: 'dnl',
      consignments: [study.consignment],
      items: ['keep_off'],
      due: '',
      because: 'why',
    }
    const answers = await Promise.all([
      ...['escalate', 'request_hold'].map((code) => analyst.post(`${study.path}/acts/${code}`, body)),
      analyst.post(`${study.path}/questions`, instruction),
    ])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409, 409])
    assert.equal((await row(study)).version, 4)
  })

  test('somebody else’s case is theirs, until a supervisor gives it to another with a reason', async ({ assert }) => {
    const study = await begun()
    const { place } = study
    assert.equal((await act(study, 'intelligence', 'escalate', { note: 'mine now' })).status, 409)
    assert.equal((await act(study, 'analyst', 'assign', { officer: place.officers.intelligence!.id })).status, 403)
    const target = { officer: place.officers.intelligence!.id }
    assert.equal((await act(study, 'supervisor', 'reassign', target)).status, 409)
    assert.equal((await act(study, 'supervisor', 'reassign', { ...target, note: 'the shift ended' })).status, 303)
    assert.equal((await row(study)).holder_id, place.officers.intelligence!.id)
    const told = await ask<{ kind: string }>(
      place,
      `select kind from tenant.notifications where officer_id = '${place.officers.intelligence!.id}' and kind like 'case_%'`
    )
    assert.deepEqual(
      told.map(({ kind }) => kind),
      ['case_assigned']
    )
  })

  test('a closed case stays as it is until it is reopened with a reason', async ({ assert }) => {
    const study = await begun()
    const { path, alert } = study
    const analyst = await study.place.as('analyst')
    assert.equal((await act(study, 'analyst', 'close_without_action', { note: 'known trade' })).status, 409)
    const closing = { note: 'known trade', outcome: 'false_positive' }
    assert.equal((await act(study, 'analyst', 'close_without_action', closing)).status, 303)
    assert.include(await row(study), { state: 'closed', open: false, outcome: 'false_positive', holder_id: null })
    for (const [to, body] of [
      [`alerts/${alert}/detach`, {}],
      ['tasks', { what: 'late', assignee: '', due: '' }],
      ['consignments', { consignment: study.consignment }],
    ] as const)
      assert.equal((await analyst.post(`${path}/${to}`, body)).status, 409, to)
    assert.equal((await act(study, 'analyst', 'begin_analysis')).status, 409)
    assert.equal((await act(study, 'analyst', 'reopen')).status, 409)
    assert.equal((await act(study, 'analyst', 'reopen', { note: 'a second box came' })).status, 303)
    assert.include(await row(study), { state: 'under_analysis', open: true, outcome: null })
  })
})

test.group('Cases: inspections', () => {
  async function ordered() {
    const study = await begun()
    const siteId = await makeSite(study.place)
    const body = {
      version: 3,
      consignment: study.consignment,
      site: siteId,
      type: 'physical',
      equipment: '',
      day: '',
      shift: '',
      until: '2031-01-01T10:00',
      overBooked: '',
    }
    const answer = await (await study.place.as('analyst')).post(`${study.path}/inspections`, body)
    const [order] = await ask<{ id: string }>(study.place, `select id from tenant.inspection_orders`)
    return { study, answer, order: order!.id }
  }

  test('an order moves its case as it is carried out, and the inspector does not judge the own result', async ({
    assert,
  }) => {
    const { study, answer, order } = await ordered()
    const { place } = study
    assert.equal(answer.status, 303)
    const inspector = place.officers.inspector!.id
    const states = [(await row(study)).state]
    await place.run(() => acceptOrder(order, inspector))
    await place.run(() => startOrder(order, inspector))
    states.push((await row(study)).state)
    await place.run(() => recordFinding(order, inspector, FINDING))
    await place.run(() => recordOutcome(order, inspector, OUTCOME))
    states.push((await row(study)).state)
    assert.deepEqual(states, ['inspection_ordered', 'inspecting', 'result_recorded'])
    const did = await ask<{ officer_id: string }>(
      place,
      `select officer_id from tenant.case_events where act = 'record_result'`
    )
    assert.deepEqual(did, [{ officer_id: inspector }], 'four eyes are counted for the inspector')
    await place.run(() => reviewOrder(order, place.officers.supervisor!.id, null))
    assert.equal((await act(study, 'supervisor', 'enforce')).status, 303)
    assert.equal((await act(study, 'analyst', 'close_resultant', { outcome: 'confirmed_risk' })).status, 303)
    assert.include(await row(study), { state: 'closed', outcome: 'confirmed_risk', disposition: 'seized' })
  })

  test('an order that is taken back leaves its case to be decided again', async ({ assert }) => {
    const { study, order } = await ordered()
    await study.place.run(() => cancelOrder(order, study.place.officers.analyst!.id, 'a mistake'))
    assert.equal((await row(study)).state, 'order_refused')
    assert.equal((await act(study, 'analyst', 'go_on_after_refusal')).status, 303)
    assert.equal((await row(study)).state, 'under_analysis')
  })

  test('nobody who inspects can learn that an order was made for a case', async ({ assert }) => {
    const { study, order } = await ordered()
    const tell = (reader: string) =>
      connectedAs('app', async (client) => {
        await enter(client, study.place.administration.id)
        const { rows } = await client.query(`select * from tenant.orders_of_case($1::uuid, $2::uuid)`, [
          study.id,
          study.place.officers[reader]!.id,
        ])
        return rows.length
      })
    assert.deepEqual([await tell('analyst'), await tell('inspector'), await tell('administrator')], [1, 0, 0])
    await connectedAs('app', async (client) => {
      await enter(client, study.place.administration.id)
      await assert.rejects(() => client.query('select 1 from tenant.case_orders'), /permission denied/)
    })
    const shown = (await (await study.place.as('inspector')).page(`${study.place.path}/inspections/${order}`)).text
    assert.notInclude(shown, study.id)
  })
})

test.group('Cases: notes, tasks, links', () => {
  test('whoever is named in a note is told, if they may read cases', async ({ assert }) => {
    const study = await opened()
    const { place } = study
    const { supervisor, administrator } = place.officers
    const note = { text: 'Please look', mentioned: [supervisor!.id, administrator!.id] }
    assert.equal((await (await place.as('analyst')).post(`${study.path}/notes`, note)).status, 303)
    const told = await ask<{ officer_id: string }>(
      place,
      `select officer_id from tenant.notifications where kind = 'case_mentioned'`
    )
    assert.deepEqual(told, [{ officer_id: supervisor!.id }])
    const entries = await ask<{ data: string }>(
      place,
      `select data::text from tenant.audit_entries where action = 'case.noted'`
    )
    assert.notInclude(entries[0]!.data, 'Please look', 'words stay out of the audit')
  })

  test('a task is done once, and the tick can be taken away', async ({ assert }) => {
    const study = await opened()
    const analyst = await study.place.as('analyst')
    const task = { what: 'Ask the line', assignee: '', due: '2031-01-01T10:00' }
    assert.equal((await analyst.post(`${study.path}/tasks`, task)).status, 303)
    const [{ id }] = (await ask<{ id: string }>(study.place, `select id from tenant.case_tasks`)) as [{ id: string }]
    const answers = await Promise.all([1, 2].map(() => analyst.post(`${study.path}/tasks/${id}/done`)))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 404])
    assert.equal((await analyst.post(`${study.path}/tasks/${id}/reopen`)).status, 303)
  })

  test('cases are found by number and by words; signs of a pattern are words', async ({ assert }) => {
    const study = await opened()
    const analyst = await study.place.as('analyst')
    const count = async (search: string) =>
      (await analyst.page(`${study.place.path}/cases?view=all&search=${encodeURIComponent(search)}`)).json.props.total
    assert.deepEqual([await count('1'), await count('cotton'), await count('%'), await count('silk')], [1, 1, 0, 0])
    assert.equal((await analyst.post(`${study.path}/links`, { number: '9' })).status, 422)
    assert.equal((await analyst.post(`${study.path}/links`, { number: '1' })).status, 422)
  })
})
