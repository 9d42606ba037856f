import { rows } from '#platform/tenancy/database'
import type { EquipmentCount } from '../summary.js'

export interface ConsignmentLine {
  id: string
  manifestId: string
  callId: string | null
  level: string
  reference: string | null
  masterReference: string | null
  nature: string | null
  state: string
  revision: number
  revisionId: string
  firstFiler: string
  firstRegisteredAt: Date
  description: string | null
  packages: number | null
  grossWeightKg: number | null
  consignorName: string | null
  consigneeName: string | null
  loadingPort: string | null
  dischargePort: string | null
  equipment: EquipmentCount[]
}

/** Open consignments of a call (`null`: arrival unknown) after `afterId`, by id; `limit` at most 1,000. */
export async function listConsignmentsOfCall(callId: string | null, page: { afterId?: string; limit: number }): Promise<ConsignmentLine[]> {
  const after = page.afterId ?? null
  return rows<ConsignmentLine>(
    `select id, manifest_id as "manifestId", call_id as "callId", level, reference, master_reference as "masterReference", nature,
       state, revision, revision_id as "revisionId", first_filer as "firstFiler", first_registered_at as "firstRegisteredAt",
       description, packages::float8 as packages, gross_weight_kg as "grossWeightKg", consignor_name as "consignorName",
       consignee_name as "consigneeName", loading_port as "loadingPort", discharge_port as "dischargePort",
       equipment_summary as equipment
       from tenant.consignments
      where call_id is not distinct from ?::uuid and state = 'filed' and (?::uuid is null or id > ?::uuid)
      order by id limit ?`,
    [callId, after, after, Math.min(page.limit, 1000)]
  )
}
