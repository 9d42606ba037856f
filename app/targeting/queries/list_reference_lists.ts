import { REFERENCE_LIST_CATALOGUE } from '#core/indicators/lists/catalogue'
import { rows } from '#platform/tenancy/database'

export interface ReferenceListRow {
  code: string
  title: string
  /** `null`: not set up. */
  edition: number | null
  rows: number
  changedAt: Date | null
  changedBy: string | null
}

/** Every list that indicators can look into, set up or not. */
export async function listReferenceLists(): Promise<ReferenceListRow[]> {
  const kept = await rows<Omit<ReferenceListRow, 'title'>>(
    `select l.code, l.edition, jsonb_array_length(e.rows) as rows, e.created_at as "changedAt", o.name as "changedBy"
       from tenant.reference_lists l
       join tenant.reference_list_editions e on e.tenant_id = l.tenant_id and e.list_id = l.id and e.edition = l.edition
       left join tenant.officers o on o.tenant_id = e.tenant_id and o.id = e.created_by
      order by l.code`
  )
  const byCode = new Map(kept.map((list) => [list.code, list]))
  return Object.values(REFERENCE_LIST_CATALOGUE).map(({ code, title }) => ({
    title,
    ...(byCode.get(code) ?? { code, edition: null, rows: 0, changedAt: null, changedBy: null }),
  }))
}
