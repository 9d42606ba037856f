import { consignmentInScope } from '#app/cargo_register/published'
import { rows } from '#platform/tenancy/database'

export interface CaseAlert {
  id: string
  consignmentId: string
  threat: string
  band: string
  score: number
  upTo: number
  because: string
}

/** Alerts of a case, the highest first. */
export const listCaseAlerts = (caseId: string): Promise<CaseAlert[]> =>
  rows(
    `select a.id, a.consignment_id as "consignmentId", a.threat, a.band, a.score, a.up_to as "upTo", a.because
       from tenant.case_alerts g join tenant.alerts a on a.tenant_id = g.tenant_id and a.id = g.alert_id
      where g.case_id = ? order by a.score desc, a.id`,
    [caseId]
  )

export interface CaseConsignment {
  id: string
  bill: string | null
  goods: string | null
  consignor: string | null
  consignee: string | null
  boxes: string[]
  ship: string | null
  voyage: string | null
  port: string | null
  arrives: Date | null
  arrived: boolean
  /** Whether the officer's units look at it, so that its own page opens. */
  inScope: boolean
}

/** Cargo of a case, by arrival. */
export function listCaseConsignments(caseId: string): Promise<CaseConsignment[]> {
  const scope = consignmentInScope()
  return rows(
    `select c.id, c.reference as bill, c.description as goods, c.consignor_name as consignor, c.consignee_name as consignee,
            array(select n.key from tenant.consignment_numbers n where n.tenant_id = c.tenant_id and n.consignment_id = c.id and n.kind = 'equipment'
              order by n.key limit 20) as boxes,
            k.means_name as ship, k.voyage, k.port, coalesce(k.arrived_at, k.eta) as arrives, k.arrived_at is not null as arrived, ${scope.sql} as "inScope"
       from tenant.case_consignments x
       join tenant.consignments c on c.tenant_id = x.tenant_id and c.id = x.consignment_id
       left join tenant.calls k on k.tenant_id = c.tenant_id and k.id = c.call_id
      where x.case_id = ? order by coalesce(k.arrived_at, k.eta) nulls last, c.id`,
    [...scope.bindings, caseId]
  )
}

export interface CaseOrder {
  id: string
  number: string
  type: string
  state: string
  site: string
  equipment: string | null
  usefulUntil: Date
  result: string | null
}

/** Inspections ordered for a case, for who may know that they were. */
export const listCaseOrders = (caseId: string, readerId: string): Promise<CaseOrder[]> =>
  rows(
    `select o.id, o.number::text, o.type, o.state, t.name as site, o.equipment, o.useful_until as "usefulUntil", x.result
       from tenant.orders_of_case(?::uuid, ?::uuid) g
       join tenant.inspection_orders o on o.id = g.order_id
       join tenant.sites t on t.tenant_id = o.tenant_id and t.id = o.site_id
       left join lateral (select result from tenant.outcomes x where x.tenant_id = o.tenant_id and x.order_id = o.id order by position desc limit 1) x on true
      order by o.ordered_at desc, o.id`,
    [caseId, readerId]
  )

export interface CaseTask {
  id: string
  what: string
  assignee: string | null
  dueAt: Date | null
  doneBy: string | null
  doneAt: Date | null
}

/** What is to be done, open and due first. */
export const listTasks = (caseId: string): Promise<CaseTask[]> =>
  rows(
    `select k.id, k.what, a.name as assignee, k.due_at as "dueAt", d.name as "doneBy", k.done_at as "doneAt" from tenant.case_tasks k
       left join tenant.officers a on a.tenant_id = k.tenant_id and a.id = k.assignee_id
       left join tenant.officers d on d.tenant_id = k.tenant_id and d.id = k.done_by
      where k.case_id = ? order by k.done_at nulls first, k.due_at nulls last, k.made_at`,
    [caseId]
  )

export interface CaseLink {
  number: string
  id: string
  title: string
  open: boolean
}

export const listLinks = (caseId: string): Promise<CaseLink[]> =>
  rows(
    `select s.id, s.number::text, s.title, s.open from tenant.case_links l
       join tenant.cases s on s.tenant_id = l.tenant_id and s.id = case when l.case_id = ? then l.other_id else l.case_id end
      where l.case_id = ? or l.other_id = ? order by s.number`,
    [caseId, caseId, caseId]
  )

export interface CaseEventLine {
  id: string
  kind: string
  act: string | null
  step: string | null
  by: string | null
  reason: string | null
  note: string | null
  /** What it is about, in words: a threat, a bill, the number of a case or an order, a task, an officer. */
  target: string | null
  mentioned: string[]
  at: Date
}

/** Lines of a page; a case with more is read in its court file. */
export const MOST_EVENTS = 300
const MOST_OF_ALL = 20_000

/** What was done, newest first: what a page shows, or everything. */
export const listCaseEvents = (caseId: string, which: 'page' | 'all' = 'page'): Promise<CaseEventLine[]> =>
  rows(
    `select e.id, e.kind, e.act, e.step, o.name as by, e.reason, e.note, e.at,
            array(select m.name from tenant.officers m where m.id = any (e.mentioned) order by m.name) as mentioned,
            case when e.kind in ('alert_added', 'alert_detached') then (select a.threat from tenant.alerts a where a.id = e.target)
              when e.kind = 'consignment_added' then (select c.reference from tenant.consignments c where c.id = e.target)
              when e.kind in ('linked', 'unlinked') then (select l.number::text from tenant.cases l where l.id = e.target)
              when e.kind in ('task_added', 'task_done', 'task_reopened', 'task_overdue') then (select k.what from tenant.case_tasks k where k.id = e.target)
              when e.kind in ('referred', 'referral_withdrawn', 'referral_answered') then (
                select coalesce(u.name, g.name) from tenant.referrals r left join tenant.units u on u.id = r.unit_id
                  left join tenant.agencies g on g.id = r.agency_id where r.id = e.target)
              when e.kind like 'question%' then (select q.number::text from tenant.questions q where q.id = e.target)
              when e.kind = 'ordered' then (select i.number::text from tenant.inspection_orders i where i.id = e.target)
              else (select f.name from tenant.officers f where f.id = e.target) end as target
       from tenant.case_events e left join tenant.officers o on o.tenant_id = e.tenant_id and o.id = e.officer_id
      where e.case_id = ? order by e.at desc, e.id desc limit ?`,
    [caseId, which === 'page' ? MOST_EVENTS : MOST_OF_ALL]
  )

/** Who can hold a case, be given a task or be named in a note. */
export const listCaseOfficers = (): Promise<{ id: string; name: string }[]> =>
  rows(
    `select distinct o.id, o.name from tenant.officers o
       join tenant.officer_roles r on r.tenant_id = o.tenant_id and r.officer_id = o.id
       join tenant.role_permissions p on p.tenant_id = r.tenant_id and p.role_id = r.role_id and p.permission = 'cases.work'
      where o.state = 'active' order by o.name, o.id limit 500`
  )
