import { blobs } from '#platform/blobs/service'
import type { RetentionClass } from '#platform/retention/retention_class'
import { execute, firstRow, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

const OLD = `from tenant.subject_files where created_at < ?`

/** Files made for somebody who asked: a day to hand them over. */
export const subjectFiles: RetentionClass = {
  code: 'subject_files',
  tables: ['subject_files'],
  defaults: { maskAfterDays: null, deleteAfterDays: 1 },
  exact: true,
  keys: 'subject_file',
  mask: { notNeeded: 'the whole file goes with its row' },
  remove: {
    due: async (before, limit) =>
      (await rows<{ id: string }>(`select id ${OLD} order by id limit ?`, [before, limit])).map(({ id }) => id),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(`select count(*)::int as due, 0 as held ${OLD}`, [before]))!,
    apply: deleteFiles,
  },
}

/** The file first: a row that is left is found again tomorrow. */
async function deleteFiles(ids: readonly string[]): Promise<void> {
  const files = await rows<{ blob: string }>(`select blob from tenant.subject_files where id = any(?::uuid[])`, [ids])
  for (const { blob } of files) await blobs.remove(tenancy.current().administration.id, blob)
  await execute(`delete from tenant.subject_files where id = any(?::uuid[])`, [ids])
}
