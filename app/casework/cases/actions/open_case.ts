import { liveRevision, workflowAt } from '#app/workflows/published'
import { err, ok, type Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { uuidv7 } from '#platform/database/uuid'
import type { Failure } from '#platform/http/failure'
import { allOrNothing } from '#platform/tenancy/all_or_nothing'
import { execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { windClock } from '../clock.js'
import { addAlert, addConsignment } from './change_contents.js'
import { writeCaseEvent } from './write_case_event.js'

export interface NewCase {
  title: string
  alerts: readonly string[]
  consignments: readonly string[]
}

/** Opens a case over alerts and consignments. All of them go in, or nothing is opened. */
export async function openCase(
  { title, alerts, consignments }: NewCase,
  officer: Officer
): Promise<Result<string, Failure>> {
  return allOrNothing(async () => {
    const id = await insert(title, officer.id)
    await writeCaseEvent(id, 'opened', { officerId: officer.id })
    for (const consignment of consignments) {
      const added = await addConsignment(id, consignment, officer)
      if (!added.ok) return err(added.error)
    }
    for (const alert of alerts) {
      const added = await addAlert(id, alert, officer)
      if (!added.ok) return err(added.error)
    }
    return ok(id)
  })
}

async function insert(title: string, officerId: string): Promise<string> {
  const revision = await liveRevision('case')
  const first = (await workflowAt('case', revision)).states.find(({ initial }) => initial)!
  const { id: administration } = tenancy.current().administration
  const id = uuidv7()
  await execute(
    `insert into tenant.cases (tenant_id, id, number, title, state, step, workflow_revision, opened_by, timer_from, timer_minutes)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      administration,
      id,
      await nextNumber(administration),
      title,
      first.phase,
      first.code === first.phase ? null : first.code,
      revision,
      officerId,
      first.timer?.from ?? null,
      first.timer?.minutes ?? null,
    ]
  )
  await windClock()
  return id
}

const nextNumber = async (administration: string): Promise<string> =>
  (await firstRow<{ last: string }>(
    `insert into tenant.case_numbers as n (tenant_id, last) values (?, 1)
     on conflict (tenant_id) do update set last = n.last + 1 returning last::text`,
    [administration]
  ))!.last
