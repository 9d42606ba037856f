import { test } from '@japa/runner'
import CasesDrain from '#app/casework/cases/jobs/cases_drain'
import { execute } from '#platform/tenancy/database'
import { makeAlert } from '#tests/support/alerts'
import { ask } from '#tests/support/intake'
import { makePlace, type Place } from '#tests/support/world'

const MINUTE = 60_000

interface Opened {
  place: Place
  id: string
  path: string
}

async function opened(): Promise<Opened> {
  const place = await makePlace()
  const { alert } = await makeAlert(place, { band: 'high', score: 80 })
  const analyst = await place.as('analyst')
  const answer = await analyst.post(`${place.path}/cases`, { title: 'Late', alerts: [alert], consignments: [] })
  const id = answer.location!.split('/').at(-1)!
  return { place, id, path: `${place.path}/cases/${id}` }
}

async function act({ place, id, path }: Opened, code: string, more: Record<string, unknown> = {}): Promise<void> {
  const [{ version }] = (await ask<{ version: number }>(
    place,
    `select version from tenant.cases where id = '${id}'`
  )) as [{ version: number }]
  const body = { version, reason: '', note: '', outcome: '', officer: '', ...more }
  const { status, text } = await (await place.as('analyst')).post(`${path}/acts/${code}`, body)
  if (status !== 303) throw new Error(`${code}: ${status} ${text}`)
}

const tick = ({ place }: Opened, at: number) => place.run(() => new CasesDrain().drain(new Date(at)))
const told = async ({ place }: Opened, kind: string) =>
  (
    await ask<{ officer_id: string }>(
      place,
      `select officer_id from tenant.notifications where kind = '${kind}' order by id`
    )
  ).map(({ officer_id: id }) => Object.entries(place.officers).find(([, officer]) => officer.id === id)![0])

test.group('Clock of cases', () => {
  test('the holder is told when a case is due, the lead when it still stands there, each once', async ({ assert }) => {
    const study = await opened()
    await act(study, 'assign')
    const since = Date.now()
    // `assigned` may last half an hour.
    await tick(study, since + 29 * MINUTE)
    assert.deepEqual(await told(study, 'case_due'), [])
    await tick(study, since + 31 * MINUTE)
    await tick(study, since + 45 * MINUTE)
    assert.deepEqual(await told(study, 'case_due'), ['analyst'])
    assert.deepEqual(await told(study, 'case_overdue'), [])
    await tick(study, since + 61 * MINUTE)
    await tick(study, since + 90 * MINUTE)
    assert.deepEqual(await told(study, 'case_overdue'), ['supervisor'])
    const history = await ask<{ kind: string }>(
      study.place,
      `select kind from tenant.case_events where kind = 'overdue' and officer_id is null`
    )
    assert.lengthOf(history, 1)
  })

  test('a case that moved has another time; a closed one has none', async ({ assert }) => {
    const study = await opened()
    await act(study, 'assign')
    await tick(study, Date.now() + 31 * MINUTE)
    await act(study, 'begin_analysis')
    await act(study, 'escalate', { note: 'look' })
    await tick(study, Date.now() + 61 * MINUTE)
    assert.deepEqual(await told(study, 'case_due'), ['analyst', 'analyst'], 'once for each state')
    await act(study, 'begin_analysis')
    await act(study, 'close_without_action', { note: 'known', outcome: 'false_positive' })
    await tick(study, Date.now() + 400 * 24 * 60 * MINUTE)
    assert.deepEqual(await told(study, 'case_overdue'), [])
  })

  test('what nobody holds is told to the lead at once, also when the ship is early', async ({ assert }) => {
    const study = await opened()
    const soon = Date.now() + 60 * MINUTE
    await tick(study, Date.now())
    assert.deepEqual(await told(study, 'case_overdue'), [])
    // Two hours before the arrival an open case must have moved on.
    await study.place.run(() => execute(`update tenant.calls set eta = ?`, [new Date(soon)]))
    await tick(study, Date.now())
    assert.deepEqual(await told(study, 'case_overdue'), ['supervisor'])
    assert.deepEqual(await told(study, 'case_due'), [])
  })

  test('a unit that looks at another port is not told', async ({ assert }) => {
    const study = await opened()
    const { place } = study
    await place.run(async () => {
      await execute(
        `insert into tenant.units (tenant_id, id, code, name, ports, threats) values (?, uuidv7(), 'MBJ', 'Montego', '{JMMBJ}', '{}')`,
        [place.administration.id]
      )
      await execute(
        `insert into tenant.unit_officers (tenant_id, unit_id, officer_id) select tenant_id, id, ? from tenant.units`,
        [place.officers.supervisor!.id]
      )
      await execute(`update tenant.calls set eta = now()`)
    })
    await tick(study, Date.now())
    assert.deepEqual(await told(study, 'case_overdue'), [])
  })

  test('a task tells who has it, then the lead; a done one nobody', async ({ assert }) => {
    const study = await opened()
    const { place, path } = study
    await act(study, 'assign')
    await act(study, 'begin_analysis')
    const analyst = await place.as('analyst')
    const due = '2026-11-25T10:00'
    await analyst.post(`${path}/tasks`, { what: 'Read', assignee: place.officers.intelligence!.id, due })
    await analyst.post(`${path}/tasks`, { what: 'Done', assignee: '', due })
    const [done] = await ask<{ id: string }>(place, `select id from tenant.case_tasks where what = 'Done'`)
    await analyst.post(`${path}/tasks/${done!.id}/done`)
    // Ten in Kingston.
    const at = Date.parse('2026-11-25T15:00:00Z')
    await tick(study, at - MINUTE)
    assert.deepEqual(await told(study, 'task_due'), [])
    await tick(study, at + MINUTE)
    await tick(study, at + 31 * MINUTE)
    assert.deepEqual(await told(study, 'task_due'), ['intelligence'])
    assert.deepEqual(await told(study, 'task_overdue'), ['supervisor'])
  })

  test('the bell hangs for the next time', async ({ assert }) => {
    const study = await opened()
    await act(study, 'assign')
    const bell = () =>
      ask<{ at: Date }>(
        study.place,
        `select rung_at as at from control.doorbells where room = 'cases' and administration_id = '${study.place.administration.id}'`
      )
    await tick(study, Date.now())
    const [hung] = await bell()
    assert.approximately(new Date(hung!.at).getTime(), Date.now() + 30 * MINUTE, 60_000)
  })
})
