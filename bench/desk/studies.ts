import { liveRevision } from '#app/workflows/published'
import { execute, unitOfWork } from '#platform/tenancy/database'
import type { Place } from '#tests/support/world'

/** Every fifth case is open, every second of those under analysis in somebody's hands. */
const OPEN = `n % 5 = 0`
const HELD = `n % 10 = 5`

/**
 * Cases of these numbers over up to three consignments, every second with an alert, all with a history of
 * 4 to 12 lines and up to two tasks: what they hold follows from their number.
 */
export const studies = (place: Place, names: readonly string[], { from, to }: { from: number; to: number }) =>
  place.run(() =>
    unitOfWork(async () => {
      const officers = names.map((name) => place.officers[name]!.id)
      const numbers = [from, to]
      await execute(
        `insert into tenant.cases (tenant_id, id, number, title, state, workflow_revision, open, outcome, holder_id, opened_by, opened_at, entered_at,
                timer_from, timer_minutes, closed_at, changed_at)
         select ?, uuidv7(), n, 'Study ' || n || ' of what several bills have in common', case when ${HELD} then 'under_analysis' when ${OPEN} then 'open' else 'closed' end,
                ?, ${OPEN}, case when ${OPEN} then null else 'false_positive' end, case when ${HELD} then (?::uuid[])[n / 5 % ? + 1] end, (?::uuid[])[n % ? + 1],
                now() - make_interval(days => n % 180 + 1), now() - make_interval(hours => n % 180), case when ${OPEN} then 'before_arrival' end,
                case when ${OPEN} then 120 end, case when ${OPEN} then null else now() - make_interval(hours => n % 180) end, now() - make_interval(hours => n % 180)
           from generate_series(?::int, ?::int) n`,
        [
          place.administration.id,
          await liveRevision('case'),
          officers,
          officers.length,
          officers,
          officers.length,
          ...numbers,
        ]
      )
      await execute(
        `with c as materialized (select id, row_number() over (order by reference, id) - 1 as at, count(*) over () as many from tenant.consignments)
         insert into tenant.case_consignments (tenant_id, case_id, consignment_id, added_by)
         select s.tenant_id, s.id, c.id, s.opened_by from tenant.cases s, generate_series(0, 2) k, c
          where s.number between ? and ? and k <= s.number % 3 and c.at = (s.number * 7 + k * 131) % c.many`,
        numbers
      )
      await execute(
        `with a as materialized (select id, row_number() over (order by decided_at, id) as at from tenant.alerts where state = 'dismissed')
         insert into tenant.case_alerts (tenant_id, case_id, alert_id, added_by)
         select s.tenant_id, s.id, a.id, s.opened_by from tenant.cases s join a on a.at * 2 = s.number where s.number between ? and ?`,
        numbers
      )
      await execute(
        `insert into tenant.case_events (tenant_id, id, case_id, kind, officer_id, note, at)
         select s.tenant_id, uuidv7(), s.id, case when k = 0 then 'opened' else 'noted' end, s.opened_by,
                case when k > 0 then repeat('The weight does not fit what is said of the goods. ', 4) end, s.opened_at + make_interval(mins => k * 10)
           from tenant.cases s, generate_series(0, 11) k where s.number between ? and ? and k <= 3 + s.number % 9`,
        numbers
      )
      await execute(
        `insert into tenant.case_tasks (tenant_id, id, case_id, what, made_by) select s.tenant_id, uuidv7(), s.id, 'Ask the line for its packing list', s.opened_by
           from tenant.cases s, generate_series(1, 2) k where s.number between ? and ? and k <= s.number % 3`,
        numbers
      )
      await execute(
        `insert into tenant.case_numbers (tenant_id, last) values (?, ?) on conflict (tenant_id) do update set last = excluded.last`,
        [place.administration.id, to]
      )
    })
  )
