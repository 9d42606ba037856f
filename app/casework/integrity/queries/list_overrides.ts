import { countAlertOverrides } from '#app/targeting/published'
import { rows } from '#platform/tenancy/database'
import { caseInScope } from '../../cases/queries/case_in_scope.js'
import { orderInScope } from '../../inspections/queries/order_in_scope.js'

/** What an officer may do against the rule, and which is told beside the others. */
export const OVERRIDES = [
  'highDismissed',
  'holdsReleased',
  'changesAsked',
  'changesConfirmed',
  'casesReopened',
  'alertsReopened',
] as const
export type Override = (typeof OVERRIDES)[number]
export type OverrideLine = { officer: string } & Record<Override, number>

type Counted = { officer: string } & Partial<Record<Override, number>>

/** Counts by officer; who did none of it has no line. */
export async function listOverrides(from: Date, until: Date): Promise<OverrideLine[]> {
  const alerts = await countAlertOverrides(from, until)
  const counted: Counted[] = [
    ...alerts.map(({ officerId, ...counts }) => ({ officer: officerId, ...counts })),
    ...(await ofCases(from, until)),
    ...(await ofAssignments(from, until)),
  ]
  const lines = new Map<string, OverrideLine>()
  for (const { officer, ...counts } of counted) {
    const line = lines.get(officer) ?? none(officer)
    for (const kind of OVERRIDES) line[kind] += counts[kind] ?? 0
    lines.set(officer, line)
  }
  return [...lines.values()].sort((a, b) => sum(b) - sum(a) || (a.officer < b.officer ? -1 : 1))
}

const none = (officer: string): OverrideLine => ({
  officer,
  highDismissed: 0,
  holdsReleased: 0,
  changesAsked: 0,
  changesConfirmed: 0,
  casesReopened: 0,
  alertsReopened: 0,
})
const sum = (line: OverrideLine): number => OVERRIDES.reduce((all, kind) => all + line[kind], 0)

/** Holds and stops lifted, closed cases opened again. */
function ofCases(from: Date, until: Date): Promise<Counted[]> {
  const scope = caseInScope()
  return rows(
    `select e.officer_id as officer, count(*) filter (where e.act in ('lift_hold', 'lift_dnl'))::int as "holdsReleased",
            count(*) filter (where e.act = 'reopen')::int as "casesReopened"
       from tenant.case_events e join tenant.cases s on s.tenant_id = e.tenant_id and s.id = e.case_id
      where e.at >= ?::timestamptz and e.at < ?::timestamptz and e.kind = 'moved' and e.act in ('lift_hold', 'lift_dnl', 'reopen')
        and e.officer_id is not null and ${scope.sql} group by e.officer_id`,
    [from, until, ...scope.bindings]
  )
}

/** Confirmed changes of who inspects: who asked, and who said yes. */
function ofAssignments(from: Date, until: Date): Promise<Counted[]> {
  const scope = orderInScope()
  return rows(
    `select p.officer, count(*) filter (where p.asked)::int as "changesAsked", count(*) filter (where not p.asked)::int as "changesConfirmed"
       from tenant.inspection_reassignments r join tenant.inspection_orders o on o.tenant_id = r.tenant_id and o.id = r.order_id
       cross join lateral (values (r.asked_by, true), (r.decided_by, false)) as p (officer, asked)
      where r.state = 'confirmed' and r.decided_at >= ?::timestamptz and r.decided_at < ?::timestamptz and ${scope.sql} group by p.officer`,
    [from, until, ...scope.bindings]
  )
}
