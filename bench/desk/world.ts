import { HOUR } from '#core/kernel/instant'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { makePlace, type Place } from '#tests/support/world'
import { allDone, startHearing } from '../e2e/done.js'
import { file, furnish } from '../e2e/world.js'
import { corpusOf } from '../intake/corpus.js'

/** Issue 6, done when 5. */
export const ALERTS = 400
export const CASES = 2_000
const EACH = 500

/** Who reads and may do most at the desk. */
const ROLE = 'supervisor'

/** An administration with cargo that was filed, read and weighed by its own worker, and exactly so many open alerts. */
export async function newDesk(seed: number, filed: number): Promise<Place> {
  const place = await makePlace()
  const stopHearing = startHearing()
  const from = performance.now()
  await place.run(async () => {
    await furnish(seed)
    const now = Math.floor(Date.now() / HOUR) * HOUR
    const shape = { name: 'DESK', messages: Math.ceil(filed / EACH), consignments: EACH }
    for (const bytes of corpusOf(seed, now, shape)) await file({ bytes })
    await allDone()
    const raised = await leaveOpen()
    console.log(
      `${shape.messages * EACH} consignments filed and weighed in ${((performance.now() - from) / 1000).toFixed(0)} s; ${raised} alerts, of them ${ALERTS} left open and the others dismissed within 30 days`
    )
  })
  stopHearing()
  return place
}

/** By their number and not by chance, so that the same seed leaves the same. */
const leaveOpen = (): Promise<number> =>
  unitOfWork(async () => {
    const order = `row_number() over (order by md5(c.reference || a.threat), a.id)`
    const { raised } = (await firstRow<{ raised: number }>(`select count(*)::int as raised from tenant.alerts`))!
    if (raised < ALERTS) throw new Error(`${raised} alerts were raised, ${ALERTS} are needed`)
    await execute(
      `with numbered as (select a.id, ${order} as at from tenant.alerts a join tenant.consignments c on c.id = a.consignment_id)
       update tenant.alerts a set state = 'dismissed', decision_reason = 'known_trade', raised_at = now() - make_interval(hours => (n.at % 720)::int + 2),
              changed_at = now() - make_interval(hours => (n.at % 720)::int), decided_at = now() - make_interval(hours => (n.at % 720)::int),
              claimed_at = now() - make_interval(hours => (n.at % 720)::int, mins => 4), claimed_by = o.id, decided_by = o.id
         from numbered n, tenant.officers o where n.id = a.id and n.at > ? and o.email = ?`,
      [ALERTS, `${ROLE}@example.test`]
    )
    await execute(
      `insert into tenant.alert_events (tenant_id, id, alert_id, kind, act, officer_id, reason, at)
       select tenant_id, uuidv7(), id, 'dismissed', 'dismiss', decided_by, decision_reason, decided_at from tenant.alerts where state = 'dismissed'`
    )
    return raised
  })

/** So many officers, the first of them the one whom the place has. */
export async function hireOfficers(place: Place, many: number): Promise<string[]> {
  const more = Array.from({ length: many - 1 }, (_, at) => `officer${at + 2}`)
  for (const name of more) await place.hire(name, ROLE)
  return [ROLE, ...more]
}
