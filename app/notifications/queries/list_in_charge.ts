import { rows } from '#platform/tenancy/database'

/** Who works on a case: its holder, or who opened it while nobody holds it. */
export const listInCharge = async (caseId: string): Promise<string[]> =>
  (
    await rows<{ id: string }>(`select coalesce(holder_id, opened_by) as id from tenant.cases where id = ?`, [caseId])
  ).map(({ id }) => id)
