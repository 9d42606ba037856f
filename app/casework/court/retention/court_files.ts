import { blobs } from '#platform/blobs/service'
import type { RetentionClass } from '#platform/retention/retention_class'
import { unlessHeld } from '#platform/retention/unless_held'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** Court files. Most go earlier, with their case; this is the end of the others and of their keys. */
export const courtFiles: RetentionClass = {
  code: 'court_files',
  tables: ['court_files'],
  defaults: { maskAfterDays: null, deleteAfterDays: 3652 },
  keys: 'court_file',
  mask: { notNeeded: 'what a court was given is not given otherwise afterwards; the whole file goes with its row' },
  remove: unlessHeld(
    {
      id: { sql: `f.id` },
      old: { sql: `from tenant.court_files f where coalesce(f.made_at, f.asked_at) < ?` },
      held: { sql: `tenant.case_is_held(f.case_id)` },
      order: { sql: `f.asked_at, f.id` },
    },
    (ids) => removeWhere(`f.id = any(?::uuid[])`, ids)
  ),
}

export const removeCourtFilesOf = (caseIds: readonly string[]): Promise<void> =>
  removeWhere(`f.case_id = any(?::uuid[])`, caseIds)

/** The bytes first: a row that is left is found again. */
async function removeWhere(condition: string, ids: readonly string[]): Promise<void> {
  const files = await rows<{ blob: string }>(
    `select f.blob from tenant.court_files f where ${condition} and f.blob is not null`,
    [ids]
  )
  for (const { blob } of files) await blobs.remove(tenancy.current().administration.id, blob)
  await execute(`delete from tenant.court_files f where ${condition}`, [ids])
}
