import { firstRow, rows } from '#platform/tenancy/database'
import { consignmentsOf, type CallDetail } from './get_call.js'
import { BRIEF_COLUMNS, BRIEF_JOIN, type BriefRecord } from './list_consignment_briefs.js'

export interface CallFilters {
  band?: string | undefined
  nature?: string | undefined
  q?: string | undefined
  sort?: string | undefined
}

const PER_PAGE = 50

/** Sort orders by name; the id ends each, so that pages never overlap. */
const ORDERS: Record<string, string> = {
  score: 's.score desc nulls last, s.up_to desc nulls last, c.id',
  could_be: 's.up_to desc nulls last, s.score desc nulls last, c.id',
  reference: 'c.reference nulls last, c.id',
}

export async function listCallConsignments(
  call: CallDetail,
  filters: CallFilters,
  page: number
): Promise<{ rows: BriefRecord[]; total: number; perPage: number }> {
  const scope = consignmentsOf(call)
  const where = [scope.sql, `c.state in ('filed', 'unusable')`]
  const bindings = [...scope.bindings]
  if (filters.band === 'not_assessed') where.push('s.band is null')
  else if (filters.band) add(`s.band = ?`, filters.band)
  if (filters.nature) add(`c.nature = ?`, filters.nature)
  if (filters.q) {
    const text = `%${filters.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    where.push(`(c.reference ilike ? or c.description ilike ? or c.consignee_name ilike ? or c.consignor_name ilike ?
      or exists (select 1 from tenant.consignment_numbers n where n.tenant_id = c.tenant_id and n.consignment_id = c.id and n.key = ?))`)
    bindings.push(text, text, text, text, filters.q.toUpperCase().replace(/[\s-]/g, ''))
  }
  const condition = where.join(' and ')
  const total = await firstRow<{ count: number }>(
    `select count(*)::int as count from tenant.consignments c ${BRIEF_JOIN} where ${condition}`,
    bindings
  )
  const found = await rows<BriefRecord>(
    `select ${BRIEF_COLUMNS} from tenant.consignments c ${BRIEF_JOIN} where ${condition}
      order by ${ORDERS[filters.sort ?? 'score']} limit ? offset ?`,
    [...bindings, PER_PAGE, (page - 1) * PER_PAGE]
  )
  return { rows: found, total: total?.count ?? 0, perPage: PER_PAGE }

  function add(sql: string, value: unknown) {
    where.push(sql)
    bindings.push(value)
  }
}
