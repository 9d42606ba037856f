import type { DeclaredItem, Lane } from '#core/cargo/declaration'
import { firstRow, rows } from '#platform/tenancy/database'
import type { Condition } from '#platform/tenancy/unit_scope'
import { consignmentInScope } from './consignment_in_scope.js'

export interface DeclarationRow {
  id: string
  number: string
  office: string | null
  regime: string | null
  declaredOn: string | null
  lane: Lane | null
  state: 'current' | 'replaced' | 'cancelled'
  importerIdentifier: string | null
  importerName: string | null
  exporterName: string | null
  declarantName: string | null
  items: DeclaredItem[]
  filedAt: Date
  /** The system that told of it. */
  system: string
  receivedMessageId: string | null
  /** Bills and waybills as declared, each with the cargo that has this number and the reader may see. */
  documents: { filed: string; consignments: string[] }[]
}

const COLUMNS = `d.id, d.number, d.office, d.regime, d.declared_on::text as "declaredOn", d.lane, d.state,
  d.importer_identifier as "importerIdentifier", d.importer_name as "importerName", d.exporter_name as "exporterName",
  d.declarant_name as "declarantName", d.items, d.filed_at as "filedAt", s.name as system, m.received_message_id as "receivedMessageId"`
const FROM = `from tenant.declarations d
  join tenant.senders s on s.tenant_id = d.tenant_id and s.id = d.sender_id
  left join tenant.messages m on m.tenant_id = d.tenant_id and m.id = d.message_id`

/** Cargo with the number of a declared document: its own, or that of its master. */
const CARGO = `tenant.consignment_numbers c_n join tenant.consignments c on c.tenant_id = c_n.tenant_id and c.id = c_n.consignment_id
  where c_n.tenant_id = n.tenant_id and c_n.key = n.key and c_n.kind in ('reference','master')`

function documents(scope: Condition): Condition {
  return {
    sql: `coalesce((select jsonb_agg(jsonb_build_object('filed', n.filed, 'consignments',
        array(select c.id from ${CARGO} and ${scope.sql} order by c.id limit 20)) order by n.filed)
      from tenant.declaration_numbers n where n.tenant_id = d.tenant_id and n.declaration_id = d.id), '[]'::jsonb) as documents`,
    bindings: scope.bindings,
  }
}

/** Declarations that name a document of this consignment, the newest first; replaced ones are history and not listed. */
export function declarationsOfConsignment(consignmentId: string): Promise<DeclarationRow[]> {
  const named = documents(consignmentInScope())
  return rows(
    `select ${COLUMNS}, ${named.sql} ${FROM}
      where d.state <> 'replaced' and exists (
        select 1 from tenant.declaration_numbers n join tenant.consignment_numbers o on o.tenant_id = n.tenant_id and o.key = n.key
         where n.tenant_id = d.tenant_id and n.declaration_id = d.id and o.consignment_id = ? and o.kind in ('reference','master'))
      order by d.filed_at desc, d.id desc limit 50`,
    [...named.bindings, consignmentId]
  )
}

export const DECLARATION_VIEWS = ['all', 'unlinked', 'cancelled'] as const
export type DeclarationView = (typeof DECLARATION_VIEWS)[number]
export const DECLARATIONS_PER_PAGE = 50

const LINKED = `exists (select 1 from tenant.declaration_numbers n where n.tenant_id = d.tenant_id and n.declaration_id = d.id
  and exists (select 1 from ${CARGO}))`
const VIEWS: Readonly<Record<DeclarationView, string>> = {
  all: `d.state = 'current'`,
  unlinked: `d.state = 'current' and not ${LINKED}`,
  cancelled: `d.state = 'cancelled'`,
}

/** What came from national systems, the newest first. Cargo of other units' ports hides its declarations; what fits no cargo concerns everybody. */
export async function listDeclarations(
  view: DeclarationView,
  page: number
): Promise<{ lines: DeclarationRow[]; total: number }> {
  const scope = consignmentInScope()
  const named = documents(scope)
  const seen = `${VIEWS[view]} and (not ${LINKED} or exists (select 1 from tenant.declaration_numbers n
    where n.tenant_id = d.tenant_id and n.declaration_id = d.id and exists (select 1 from ${CARGO} and ${scope.sql})))`
  const lines = await rows<DeclarationRow>(
    `select ${COLUMNS}, ${named.sql} ${FROM} where ${seen} order by d.filed_at desc, d.id desc limit ? offset ?`,
    [...named.bindings, ...scope.bindings, DECLARATIONS_PER_PAGE, (page - 1) * DECLARATIONS_PER_PAGE]
  )
  const total = await firstRow<{ count: number }>(
    `select count(*)::int as count from tenant.declarations d where ${seen}`,
    scope.bindings
  )
  return { lines, total: total?.count ?? 0 }
}

/** Numbers of current declarations that name a document of each consignment. */
export async function declaredNumbersOf(consignmentIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = await rows<{ id: string; numbers: string[] }>(
    `select o.consignment_id as id, array_agg(distinct d.number order by d.number) as numbers
       from tenant.consignment_numbers o
       join tenant.declaration_numbers n on n.tenant_id = o.tenant_id and n.key = o.key
       join tenant.declarations d on d.tenant_id = n.tenant_id and d.id = n.declaration_id and d.state = 'current'
      where o.consignment_id = any (?::uuid[]) and o.kind in ('reference','master') group by 1`,
    [consignmentIds]
  )
  return new Map(found.map(({ id, numbers }) => [id, numbers]))
}
