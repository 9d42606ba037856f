import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { conflict, forbidden, type Failure } from '#platform/http/failure'
import { ring } from '#platform/queue/doorbell'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { OrderType } from '../codes.js'

export interface Rate {
  id: string
  /** Consignments of a thousand. */
  perMille: number
  type: OrderType
  askedBy: string
  confirmedBy: string | null
}

const RATES = `select r.id, r.per_mille as "perMille", r.type, a.name as "askedBy", c.name as "confirmedBy" from tenant.baseline_rates r
  join tenant.officers a on a.id = r.asked_by left join tenant.officers c on c.id = r.confirmed_by`

/** The rate that holds: the last one two people set; `null` while nobody did. */
export const rateNow = (): Promise<Rate | null> =>
  firstRow(`${RATES} where r.confirmed_at is not null order by r.confirmed_at desc, r.id desc limit 1`, [])

/** Asked for since, and not confirmed. */
export const rateAsked = (): Promise<Rate | null> =>
  firstRow(
    `${RATES} where r.confirmed_at is null and r.id > coalesce((select max(x.id::text)::uuid from tenant.baseline_rates x where x.confirmed_at is not null),
       '00000000-0000-0000-0000-000000000000') order by r.id desc limit 1`,
    []
  )

/** Asks for a rate; the auditor confirms it (ROLES_AND_WORKFLOW 5.2). */
export async function askRate(wanted: { perMille: number; type: OrderType }, officerId: string): Promise<string> {
  return unitOfWork(async () => {
    const id = uuidv7()
    await execute(
      `insert into tenant.baseline_rates (tenant_id, id, per_mille, type, asked_by) values (?, ?, ?, ?, ?)`,
      [tenancy.current().administration.id, id, wanted.perMille, wanted.type, officerId]
    )
    await recordAction({
      action: 'baseline.rate_asked',
      data: { rate: id, per_mille: wanted.perMille, type: wanted.type },
    })
    return id
  })
}

export async function confirmRate(id: string, officerId: string): Promise<Result<null, Failure>> {
  return unitOfWork(async () => {
    const asked = await rows<{ id: string }>(
      `select r.id from tenant.baseline_rates r where r.id = ? and r.confirmed_at is null for update`,
      [id]
    )
    if (asked.length === 0) return err(conflict('casework.refused_changed'))
    const confirmed = await execute(
      `update tenant.baseline_rates set confirmed_by = ?, confirmed_at = now() where id = ? and not exists (
         select 1 from tenant.officers a join tenant.officers b on coalesce(a.same_person_as, a.id) = coalesce(b.same_person_as, b.id)
          where a.id = asked_by and b.id = ?)`,
      [officerId, id, officerId]
    )
    if (confirmed === 0) return err(forbidden('casework.refused_own_rate'))
    await recordAction({ action: 'baseline.rate_confirmed', data: { rate: id } })
    await ring('baseline')
    return ok(null)
  })
}
