import type { Consignment } from '#core/cargo/consignment'
import { rows } from '#platform/tenancy/database'
import { fieldChanges, type FieldChange } from '../field_changes.js'

/** What is different in one revision of a consignment against an earlier one, whatever came between. */
export async function changesBetween(consignmentId: string, from: number, to: number): Promise<FieldChange[]> {
  const found = await rows<{ revision: number; document: Consignment }>(
    `select revision, document from tenant.consignment_revisions where consignment_id = ?::uuid and revision in (?, ?) limit 2`,
    [consignmentId, from, to]
  )
  const [before, after] = [from, to].map((wanted) => found.find(({ revision }) => revision === wanted)?.document)
  return before && after ? fieldChanges(before, after) : []
}
