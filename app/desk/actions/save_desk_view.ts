import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { invalid, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** Saved queues one officer keeps. */
const MOST_VIEWS = 30

export interface NewDeskView {
  name: string
  filters: Readonly<Record<string, string>>
  /** A unit the officer works in; `null`: for themselves. */
  unit: string | null
}

/** Names a queue; under a name the officer already uses it takes that one's place. */
export async function saveDeskView(officerId: string, view: NewDeskView): Promise<Result<string, Failure>> {
  return unitOfWork(async () => {
    const kept = await firstRow<{ n: number }>(
      `select count(*)::int as n from tenant.desk_views where officer_id = ?`,
      [officerId]
    )
    if (kept!.n >= MOST_VIEWS) return err(invalid('name', 'triage.too_many_views', { most: MOST_VIEWS }))
    const member =
      view.unit === null ||
      (await firstRow(`select 1 from tenant.unit_officers where unit_id = ? and officer_id = ?`, [
        view.unit,
        officerId,
      ])) !== null
    if (!member) return err({ kind: 'not_found' })
    const row = await firstRow<{ id: string }>(
      `insert into tenant.desk_views (tenant_id, id, officer_id, unit_id, name, filters) values (?, ?, ?, ?, ?, ?::jsonb)
       on conflict (tenant_id, officer_id, name) do update set unit_id = excluded.unit_id, filters = excluded.filters returning id`,
      [tenancy.current().administration.id, uuidv7(), officerId, view.unit, view.name, JSON.stringify(view.filters)]
    )
    await recordAction({
      action: 'desk_view.saved',
      subject: { kind: 'desk_view', id: row!.id },
      data: { shared: view.unit !== null },
    })
    return ok(row!.id)
  })
}

/** By who saved it. */
export async function removeDeskView(officerId: string, id: string): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    if ((await execute(`delete from tenant.desk_views where id = ? and officer_id = ?`, [id, officerId])) === 0)
      return err({ kind: 'not_found' })
    await recordAction({ action: 'desk_view.removed', subject: { kind: 'desk_view', id }, data: {} })
    return ok(null)
  })
}
