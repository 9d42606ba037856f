import type { RetentionClass } from '#platform/retention/retention_class'
import { execute, firstRow, rows } from '#platform/tenancy/database'

const OLD = `from tenant.subject_requests where closed_at < ?`

/** Closed requests: what was searched for goes after a year, that it was answered after three. A restriction goes with its request. */
export const subjectRequests: RetentionClass = {
  code: 'subject_requests',
  tables: ['subject_requests', 'subject_hits', 'subject_request_events', 'party_restrictions'],
  defaults: { maskAfterDays: 365, deleteAfterDays: 1095 },
  exact: true,
  keys: 'subject_request',
  mask: {
    due: async (before, limit) =>
      (await rows<{ id: string }>(`select id ${OLD} and sealed is not null order by id limit ?`, [before, limit])).map(
        ({ id }) => id
      ),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(
        `select count(*)::int as due, 0 as held ${OLD} and sealed is not null`,
        [before]
      ))!,
    apply: async (ids) => {
      await execute(`delete from tenant.subject_hits where request_id = any(?::uuid[])`, [ids])
      await execute(`update tenant.subject_requests set sealed = null where id = any(?::uuid[])`, [ids])
    },
  },
  remove: {
    due: async (before, limit) =>
      (await rows<{ id: string }>(`select id ${OLD} order by id limit ?`, [before, limit])).map(({ id }) => id),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(`select count(*)::int as due, 0 as held ${OLD}`, [before]))!,
    apply: async (ids) => void (await execute(`delete from tenant.subject_requests where id = any(?::uuid[])`, [ids])),
  },
}
