import {
  anywhere,
  CARGO_NAMED,
  consignmentInScope,
  IS_LINKED,
  namedNumbers,
  namesCargo,
  type NamedNumber,
} from '#app/cargo_register/published'
import type { ExaminationType, NotExamined, Result, ToldFinding } from '#core/cargo/examination'
import { firstRow, rows } from '#platform/tenancy/database'
import type { Standing } from '../told/standing.js'

export interface ToldResult {
  id: string
  number: string
  /** From 1. */
  version: number
  state: 'current' | 'replaced' | 'cancelled'
  /** Number of our order, as it was named. */
  orderNumber: string | null
  /** Local to the administration; a day, or a day and a time. */
  examinedAt: string | null
  examination: ExaminationType | null
  result: Result | null
  examinerIdentifier: string | null
  examinerName: string | null
  findings: ToldFinding[]
  notExamined: NotExamined | null
  minutes: number | null
  note: string | null
}

/** A result with the cargo that it names and is known here, whoever asks: for what it means to orders. */
export interface ResultToTake extends ToldResult {
  namesCargo: boolean
  consignments: string[]
  /** Containers as compared. */
  boxes: string[]
}

const TOLD = `r.id, r.number, r.version, r.state, r.order_number as "orderNumber", r.examined_at as "examinedAt", r.examination, r.result,
  r.examiner_identifier as "examinerIdentifier", r.examiner_name as "examinerName", r.findings, r.not_examined as "notExamined", r.minutes, r.note`

export const resultToTake = (id: string): Promise<ResultToTake | null> =>
  firstRow(
    `select ${TOLD}, exists (select 1 from tenant.record_keys k where k.tenant_id = r.tenant_id and k.record_id = r.id and k.finds) as "namesCargo",
       array(select distinct f.consignment_id from (${CARGO_NAMED}) f order by 1) as consignments,
       array(select k.key from tenant.record_keys k where k.tenant_id = r.tenant_id and k.record_id = r.id and k.kind = 'equipment' order by 1) as boxes
       from tenant.examinations r where r.id = ?`,
    [id]
  )

export interface ToldResultRow extends ToldResult {
  filedAt: Date
  /** The system that told of it. */
  system: string
  receivedMessageId: string | null
  names: NamedNumber[]
  /** The order that it answers, and what became of it there; `null`: none of ours. */
  order: { id: string; number: string; standing: Standing } | null
}

const COLUMNS = `${TOLD}, r.filed_at as "filedAt", s.name as system, m.received_message_id as "receivedMessageId",
  case when o.id is not null then jsonb_build_object('id', o.id, 'number', o.number::text, 'standing', e.standing) end as "order"`
const FROM = `from tenant.examinations r
  join tenant.senders s on s.tenant_id = r.tenant_id and s.id = r.sender_id
  left join tenant.messages m on m.tenant_id = r.tenant_id and m.id = r.message_id
  left join tenant.examination_orders e on e.tenant_id = r.tenant_id and e.examination_id = r.id
  left join tenant.inspection_orders o on o.tenant_id = e.tenant_id and o.id = e.order_id`

/** What systems told for an order, the newest first; earlier versions too, where they were taken. */
export function toldResultsOfOrder(orderId: string): Promise<ToldResultRow[]> {
  const names = namedNumbers(consignmentInScope())
  return rows(
    `select ${COLUMNS}, ${names.sql} as names ${FROM} where e.order_id = ?
        and (r.state <> 'replaced' or exists (select 1 from tenant.outcomes x where x.tenant_id = r.tenant_id and x.told_by = r.id))
      order by r.filed_at desc, r.id desc limit 50`,
    [...names.bindings, orderId]
  )
}

/** Results that name this consignment or answer an order of it, the newest first; earlier versions are history and not listed. */
export function toldResultsOfConsignment(consignmentId: string): Promise<ToldResultRow[]> {
  const names = namedNumbers(consignmentInScope())
  const named = namesCargo(consignmentId)
  return rows(
    `select ${COLUMNS}, ${names.sql} as names ${FROM} where r.state <> 'replaced' and (o.consignment_id = ? or ${named.sql})
      order by r.filed_at desc, r.id desc limit 50`,
    [...names.bindings, consignmentId, ...named.bindings]
  )
}

export const TOLD_VIEWS = ['all', 'unanswered', 'unlinked', 'cancelled'] as const
export type ToldView = (typeof TOLD_VIEWS)[number]
export const TOLD_PER_PAGE = 50

const VIEWS: Readonly<Record<ToldView, string>> = {
  all: `r.state = 'current'`,
  unanswered: `r.state = 'current' and (e.standing is null or e.standing not in ('taken','returned'))`,
  unlinked: `r.state = 'current' and e.order_id is null and not ${IS_LINKED}`,
  cancelled: `r.state = 'cancelled'`,
}
const WANTED = `cross join (select ?::text as pattern) w`
const FOUND = `(w.pattern is null or r.number ilike w.pattern or r.order_number ilike w.pattern
  or exists (select 1 from tenant.record_keys k where k.tenant_id = r.tenant_id and k.record_id = r.id and k.filed ilike w.pattern))`

/**
 * What national systems told, the newest first. Cargo of other units' ports hides its results, also where it is known only by
 * the order; what fits no cargo concerns everybody.
 */
export async function listToldResults(
  view: ToldView,
  search: string | null,
  page: number
): Promise<{ lines: ToldResultRow[]; total: number }> {
  const scope = consignmentInScope()
  const names = namedNumbers(scope)
  const seen = `((e.order_id is null and not ${IS_LINKED}) or exists (select 1 from tenant.consignments c where ${scope.sql}
    and (c.id = o.consignment_id or c.id in (select f.consignment_id from (${CARGO_NAMED}) f))))`
  const lines = await rows<ToldResultRow>(
    `select ${COLUMNS}, ${names.sql} as names ${FROM} ${WANTED} where ${VIEWS[view]} and ${FOUND} and ${seen}
      order by r.filed_at desc, r.id desc limit ? offset ?`,
    [...names.bindings, anywhere(search), ...scope.bindings, TOLD_PER_PAGE, (page - 1) * TOLD_PER_PAGE]
  )
  const total = await firstRow<{ count: number }>(
    `select count(*)::int as count ${FROM} ${WANTED} where ${VIEWS[view]} and ${FOUND} and ${seen}`,
    [anywhere(search), ...scope.bindings]
  )
  return { lines, total: total?.count ?? 0 }
}
