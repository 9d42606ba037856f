import { execute, rows, unitOfWork } from '#platform/tenancy/database'
import { forgetHistory } from '../actions/write_traces.js'

/** Consignments with every revision, and the manifests that are empty without them. */
export async function deleteConsignments(ids: readonly string[]): Promise<void> {
  await unitOfWork(async () => {
    const manifests = await rows<{ id: string }>(
      `select distinct manifest_id as id from tenant.consignments where id = any(?::uuid[])`,
      [ids]
    )
    await execute(`delete from tenant.cargo_events where consignment_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.consignment_numbers where consignment_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.problems where consignment_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.consignment_revisions where consignment_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.consignments where id = any(?::uuid[])`, [ids])
    await forgetHistory(ids)
    await execute(`delete from tenant.history_checks where consignment_id = any(?::uuid[])`, [ids])
    await execute(`delete from tenant.consignment_keys where consignment_id = any(?::uuid[])`, [ids])
    const empty = manifests.map(({ id }) => id)
    await execute(
      `with e as (select m.id from tenant.manifests m where m.id = any(?::uuid[])
           and not exists (select 1 from tenant.consignments c where c.manifest_id = m.id)),
         k as (delete from tenant.manifest_keys where manifest_id in (select id from e))
       delete from tenant.manifests where id in (select id from e)`,
      [empty]
    )
  })
}
