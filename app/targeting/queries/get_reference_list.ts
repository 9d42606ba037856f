import type { ReferenceRow } from '#core/indicators/reference_lists'
import { firstRow, rows } from '#platform/tenancy/database'

export interface EditionHead {
  number: number
  at: Date
  by: string | null
  rows: number
}

export interface Edition {
  number: number
  at: Date
  by: string | null
  note: string | null
  rows: ReferenceRow[]
}

/** Number of the newest edition; 0 where the list is not set up. */
export async function newestEdition(code: string): Promise<number> {
  const list = await firstRow<{ edition: number }>(`select edition from tenant.reference_lists where code = ?`, [code])
  return list?.edition ?? 0
}

export async function getReferenceListEdition(code: string, number: number): Promise<Edition | null> {
  return firstRow<Edition>(
    `select e.edition as number, e.created_at as at, o.name as by, e.note, e.rows
       from tenant.reference_lists l
       join tenant.reference_list_editions e on e.tenant_id = l.tenant_id and e.list_id = l.id
       left join tenant.officers o on o.tenant_id = e.tenant_id and o.id = e.created_by
      where l.code = ? and e.edition = ?`,
    [code, number]
  )
}

/** Newest first; at most 200. */
export async function listEditions(code: string): Promise<EditionHead[]> {
  return rows<EditionHead>(
    `select e.edition as number, e.created_at as at, o.name as by, jsonb_array_length(e.rows) as rows
       from tenant.reference_lists l
       join tenant.reference_list_editions e on e.tenant_id = l.tenant_id and e.list_id = l.id
       left join tenant.officers o on o.tenant_id = e.tenant_id and o.id = e.created_by
      where l.code = ? order by e.edition desc limit 200`,
    [code]
  )
}
