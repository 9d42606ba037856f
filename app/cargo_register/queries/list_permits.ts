import type { PartyIdentifier } from '#core/cargo/consignment'
import type { PermitKind, PermittedGoods, PermitStatus } from '#core/cargo/permit'
import { firstRow, rows } from '#platform/tenancy/database'
import { consignmentInScope } from './consignment_in_scope.js'
import { anywhere, IS_LINKED, namedNumbers, namesCargo, seenWithCargo, type NamedNumber } from './named_cargo.js'

export interface PermitRow {
  id: string
  number: string
  /** From 1; what was amended or revoked since is another version. */
  version: number
  agency: string | null
  agencyName: string | null
  kind: PermitKind | null
  kindAsFiled: string | null
  status: PermitStatus | null
  state: 'current' | 'replaced' | 'cancelled'
  holderName: string | null
  holderIdentifiers: PartyIdentifier[]
  goods: PermittedGoods[]
  validFrom: string | null
  validUntil: string | null
  filedAt: Date
  /** The system that told of it. */
  system: string
  receivedMessageId: string | null
  names: NamedNumber[]
}

const COLUMNS = `r.id, r.number, r.version, r.agency, r.agency_name as "agencyName", r.kind, r.kind_as_filed as "kindAsFiled", r.status, r.state,
  r.holder_name as "holderName", r.holder_identifiers as "holderIdentifiers", r.goods, r.valid_from::text as "validFrom",
  r.valid_until::text as "validUntil", r.filed_at as "filedAt", s.name as system, m.received_message_id as "receivedMessageId"`
const FROM = `from tenant.permits r
  join tenant.senders s on s.tenant_id = r.tenant_id and s.id = r.sender_id
  left join tenant.messages m on m.tenant_id = r.tenant_id and m.id = r.message_id`

/** Permits that name this consignment, the newest first; earlier versions are history and not listed. */
export function permitsOfConsignment(consignmentId: string): Promise<PermitRow[]> {
  const names = namedNumbers(consignmentInScope())
  const named = namesCargo(consignmentId)
  return rows(
    `select ${COLUMNS}, ${names.sql} as names ${FROM} where r.state <> 'replaced' and ${named.sql}
      order by r.filed_at desc, r.id desc limit 50`,
    [...names.bindings, ...named.bindings]
  )
}

/** Whether any system tells of permits here: only then does it say anything that none came. */
export const arePermitsTold = async (): Promise<boolean> =>
  (await firstRow(`select 1 from tenant.permits limit 1`)) !== null

export const PERMIT_VIEWS = ['all', 'unlinked', 'expired', 'ended', 'unknown'] as const
export type PermitView = (typeof PERMIT_VIEWS)[number]
export const PERMITS_PER_PAGE = 50

export interface PermitsWanted {
  view: PermitView
  /** Part of a number, an agency or a holder's name. */
  search: string | null
  page: number
  /** `YYYY-MM-DD`, local to the administration. */
  today: string
}

const VIEWS: Readonly<Record<PermitView, string>> = {
  all: `r.state = 'current'`,
  unlinked: `r.state = 'current' and not ${IS_LINKED}`,
  expired: `r.state = 'current' and r.status = 'granted' and r.valid_until < w.today`,
  ended: `(r.state = 'cancelled' or (r.state = 'current' and r.status in ('refused','revoked','used')))`,
  unknown: `r.state = 'current' and r.status is null`,
}
const WANTED = `cross join (select ?::date as today, ?::text as pattern) w`
const FOUND = `(w.pattern is null or r.number ilike w.pattern or r.agency ilike w.pattern or r.agency_name ilike w.pattern or r.holder_name ilike w.pattern
  or exists (select 1 from tenant.record_keys k where k.tenant_id = r.tenant_id and k.record_id = r.id and k.filed ilike w.pattern))`

/** Permits of every agency, the newest first. Cargo of other units' ports hides those that name it; what fits no cargo concerns everybody. */
export async function listPermits({
  view,
  search,
  page,
  today,
}: PermitsWanted): Promise<{ lines: PermitRow[]; total: number }> {
  const scope = consignmentInScope()
  const names = namedNumbers(scope)
  const seen = seenWithCargo(scope)
  const wanted = [today, anywhere(search)]
  const lines = await rows<PermitRow>(
    `select ${COLUMNS}, ${names.sql} as names ${FROM} ${WANTED} where ${VIEWS[view]} and ${FOUND} and ${seen.sql}
      order by r.filed_at desc, r.id desc limit ? offset ?`,
    [...names.bindings, ...wanted, ...seen.bindings, PERMITS_PER_PAGE, (page - 1) * PERMITS_PER_PAGE]
  )
  const total = await firstRow<{ count: number }>(
    `select count(*)::int as count from tenant.permits r ${WANTED} where ${VIEWS[view]} and ${FOUND} and ${seen.sql}`,
    [...wanted, ...seen.bindings]
  )
  return { lines, total: total?.count ?? 0 }
}
