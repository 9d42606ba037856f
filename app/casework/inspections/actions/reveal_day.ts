import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { commitmentOf } from '../draw/draw.js'
import { dayKeyNamed } from '../draw/day_key.js'
import { wasDrawnOn } from '../queries/list_draws.js'
import { localDay } from '../shift_times.js'

/** Tells the key of a day that is over. Of today and tomorrow nobody learns it: it would tell who is drawn next. */
export async function revealDay(day: string, officerId: string): Promise<Result<null, Failure>> {
  const { administration } = tenancy.current()
  if (day >= localDay(Date.now(), administration.timezone)) return err(conflict('casework.day_not_over'))
  if (!(await wasDrawnOn(day))) return err({ kind: 'not_found' })
  return unitOfWork(async () => {
    const kids = await rows<{ kid: string }>(
      `select kid from tenant.inspection_draws where day = ?::date union select kid from tenant.baseline_tickets where day = ?::date order by kid`,
      [day, day]
    )
    for (const { kid } of kids) {
      const key = await dayKeyNamed(day, kid)
      if (!key) return err(conflict('casework.draw_key_unknown'))
      const revealed = await execute(
        `insert into tenant.draw_reveals (tenant_id, day, kid, day_key, revealed_by) values (?, ?::date, ?, ?, ?)
         on conflict (tenant_id, day, kid) do nothing`,
        [administration.id, day, kid, key.toString('hex'), officerId]
      )
      if (revealed === 0) continue
      await recordAction({ action: 'draws.revealed', data: { day, kid, commitment: commitmentOf(key) } })
    }
    return ok(null)
  })
}
