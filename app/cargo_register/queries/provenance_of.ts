import type { Provenance } from '#core/cargo/consignment'
import { firstRow } from '#platform/tenancy/database'
import { unpackProvenance } from '../packed_provenance.js'

/** Where each value of a revision stands in the original bytes; nothing for a revision that is not ours. */
export async function provenanceOf(revisionId: string): Promise<Provenance> {
  const row = await firstRow<{ provenance: Buffer }>(
    `select provenance from tenant.consignment_revisions where id = ?::uuid`,
    [revisionId]
  )
  return row ? unpackProvenance(row.provenance) : {}
}
