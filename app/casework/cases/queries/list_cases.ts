import { firstRow, rows } from '#platform/tenancy/database'
import type { Condition } from '#platform/tenancy/unit_scope'
import { caseInScope } from './case_in_scope.js'
import { ARRIVAL, DUE, OPEN_ARRIVAL } from './get_case.js'

export const CASE_VIEWS = ['open', 'mine', 'waiting', 'overdue', 'closed', 'all'] as const
export type CaseView = (typeof CASE_VIEWS)[number]

export interface CaseLine {
  id: string
  number: string
  title: string
  state: string
  step: string | null
  workflow_revision: number
  open: boolean
  outcome: string | null
  disposition: string | null
  holder: string | null
  arrives: Date | null
  due: Date | null
  overdue: boolean
  alerts: number
  consignments: number
  opened_at: Date
}

export const CASES_PER_PAGE = 50

/** `waiting`: an act of a second person is asked for. */
const VIEWS: Readonly<Record<CaseView, string>> = {
  open: 's.open',
  mine: 's.open and s.holder_id = ?',
  waiting: `s.open and s.state in ('dnl_requested', 'hold_requested', 'escalated', 'result_recorded')`,
  overdue: `s.open and ${DUE} < now()`,
  closed: 'not s.open',
  all: 'true',
}

interface Filters {
  view: CaseView
  /** A number, or words of the title. */
  search: string | null
}

/** Open cases by when they must have moved on, those without a time last; closed ones by when they were closed. */
export async function listCases(
  filters: Filters,
  officerId: string,
  page: number
): Promise<{ lines: CaseLine[]; total: number }> {
  const condition = conditionOf(filters, officerId)
  const order =
    filters.view === 'closed' ? 's.closed_at desc, s.id desc' : 's.open desc, due nulls last, s.opened_at, s.id'
  const lines = await rows<CaseLine>(
    `select s.id, s.number::text, s.title, s.state, s.step, s.workflow_revision, s.open, s.outcome, s.disposition, h.name as holder, s.opened_at,
            r.arrives, ${DUE} as due, coalesce(${DUE} < now(), false) as overdue,
            (select count(*)::int from tenant.case_alerts a where a.tenant_id = s.tenant_id and a.case_id = s.id) as alerts,
            (select count(*)::int from tenant.case_consignments x where x.tenant_id = s.tenant_id and x.case_id = s.id) as consignments
       from tenant.cases s
       left join tenant.officers h on h.tenant_id = s.tenant_id and h.id = s.holder_id ${ARRIVAL}
      where ${condition.sql} order by ${order} limit ? offset ?`,
    [...condition.bindings, CASES_PER_PAGE, (page - 1) * CASES_PER_PAGE]
  )
  const total = await firstRow<{ count: number }>(
    `select count(*)::int as count from tenant.cases s ${OPEN_ARRIVAL} where ${condition.sql}`,
    condition.bindings
  )
  return { lines, total: total?.count ?? 0 }
}

/** How many stand in each view. */
export async function countCases(officerId: string): Promise<Record<CaseView, number>> {
  const scope = caseInScope()
  const found = await firstRow<Record<CaseView, number>>(
    `select count(*) filter (where ${VIEWS.open})::int as open, count(*) filter (where ${VIEWS.mine})::int as mine,
            count(*) filter (where ${VIEWS.waiting})::int as waiting, count(*) filter (where ${VIEWS.overdue})::int as overdue,
            count(*) filter (where ${VIEWS.closed})::int as closed, count(*)::int as all
       from tenant.cases s ${OPEN_ARRIVAL} where ${scope.sql}`,
    [officerId, ...scope.bindings]
  )
  return found ?? { open: 0, mine: 0, waiting: 0, overdue: 0, closed: 0, all: 0 }
}

function conditionOf({ view, search }: Filters, officerId: string): Condition {
  const scope = caseInScope()
  return {
    sql: `${VIEWS[view]} and (?::text is null or s.number::text = ? or s.title ilike '%' || ? || '%') and ${scope.sql}`,
    bindings: [...(view === 'mine' ? [officerId] : []), search, search, escaped(search), ...scope.bindings],
  }
}

/** Signs that mean something to `like`, taken as themselves. */
const escaped = (text: string | null): string | null => text?.replace(/[\\%_]/g, '\\$&') ?? null

/** Open cases an alert may be put into: those nobody else holds. */
export const casesToJoin = (officerId: string): Promise<{ id: string; number: string; title: string }[]> => {
  const scope = caseInScope()
  return rows(
    `select s.id, s.number::text, s.title from tenant.cases s
      where s.open and (s.holder_id is null or s.holder_id = ?) and ${scope.sql} order by s.changed_at desc, s.id limit 50`,
    [officerId, ...scope.bindings]
  )
}

/** Cases that this consignment is part of, newest first. */
export const casesOfConsignment = (
  consignmentId: string
): Promise<{ id: string; number: string; title: string; state: string; open: boolean; outcome: string | null }[]> =>
  rows(
    `select s.id, s.number::text, s.title, s.state, s.open, s.outcome from tenant.case_consignments x
       join tenant.cases s on s.tenant_id = x.tenant_id and s.id = x.case_id
      where x.consignment_id = ? order by s.opened_at desc, s.id limit 20`,
    [consignmentId]
  )
