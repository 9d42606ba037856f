import { err } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { rows } from '#platform/tenancy/database'
import { listColleagues, type Colleague } from '../queries/list_colleagues.js'
import { spreadByLoad, type ToSpread } from '../spread_by_load.js'
import { each, type Decided } from './decide_many.js'
import { assignAlert } from './supervise_alerts.js'

/** Gives alerts to one colleague, or to whoever stands in for them; to `null`: to those who are here, by load. */
export async function assignAlerts(
  officer: Officer,
  ids: readonly string[],
  to: string | null,
  note: string | null
): Promise<Decided> {
  const colleagues = await listColleagues()
  const chosen = to === null ? null : present(colleagues, to)
  const spread = to === null ? spreadByLoad(await places(ids), colleagues) : null
  return each(ids, async (id) => {
    const colleague = spread ? (spread.get(id) ?? null) : chosen
    if (!colleague) return err({ key: to === null ? 'nobody_here' : 'nobody_such', alert: null })
    return assignAlert(id, officer, colleague, note)
  })
}

/** The colleague, or their substitute while they are away. A substitute who is away too has nobody behind. */
function present(colleagues: readonly Colleague[], id: string): Colleague | null {
  const colleague = colleagues.find((each) => each.id === id)
  if (!colleague?.absent) return colleague ?? null
  const substitute = colleagues.find((each) => each.id === colleague.substitute)
  return substitute && !substitute.absent ? substitute : null
}

const places = (ids: readonly string[]): Promise<ToSpread[]> =>
  rows<ToSpread>(
    `select a.id, a.threat, m.port from tenant.alerts a join tenant.consignments c on c.id = a.consignment_id
       join tenant.manifests m on m.id = c.manifest_id where a.id = any (?::uuid[]) order by a.score desc, a.id`,
    [`{${ids.join(',')}}`]
  )
