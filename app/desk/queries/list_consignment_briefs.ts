import { rows } from '#platform/tenancy/database'

export interface BriefRecord {
  id: string
  reference: string | null
  description: string | null
  equipment_summary: { count: number; type: string | null }[] | null
  packages: string | null
  gross_weight_kg: number | null
  consignor_name: string | null
  consignee_name: string | null
  nature: string | null
  revision: number
  weighed_revision: number | null
  score: number | null
  up_to: number | null
  band: string | null
  reasons: { shown: { key: string; params: Record<string, string | number> }[]; more: number } | null
}

/** Columns of a brief; aliases `c` = consignments, `s` = standings (left joined). */
export const BRIEF_COLUMNS = `c.id, c.reference, c.description, c.equipment_summary, c.packages, c.gross_weight_kg, c.consignor_name, c.consignee_name,
  c.nature, c.revision, s.revision as weighed_revision, s.score, s.up_to, s.band, s.reasons`

export const BRIEF_JOIN = `left join tenant.standings s on s.tenant_id = c.tenant_id and s.consignment_id = c.id`

/** The worst consignments of a call, or of the manifests with this call key when the arrival is unknown. */
export async function listWorstOfCall(
  scope: { sql: string; bindings: unknown[] },
  most: number
): Promise<BriefRecord[]> {
  return rows<BriefRecord>(
    `select ${BRIEF_COLUMNS} from tenant.consignments c ${BRIEF_JOIN}
      where ${scope.sql} and c.state = 'filed' and s.band is not null
      order by s.score desc, s.up_to desc, c.id limit ?`,
    [...scope.bindings, most]
  )
}
