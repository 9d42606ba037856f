import type { RetentionClass } from '#platform/retention/retention_class'
import { execute, firstRow, rows } from '#platform/tenancy/database'

const OLD = `from tenant.event_keys where first_at < ?`
const KEY = `json_build_array(reporter, reference)::text`

/** References under which reporters told of events. Nobody tells the same again a year later. */
export const eventKeys: RetentionClass = {
  code: 'event_keys',
  tables: ['event_keys'],
  defaults: { maskAfterDays: null, deleteAfterDays: 365 },
  exact: true,
  mask: { notNeeded: 'a reference and a digest name nobody' },
  remove: {
    due: async (before, limit) =>
      (await rows<{ key: string }>(`select ${KEY} as key ${OLD} order by first_at, key limit ?`, [before, limit])).map(
        ({ key }) => key
      ),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(`select count(*)::int as due, 0 as held ${OLD}`, [before]))!,
    apply: async (keys) => {
      const pairs = keys.map((key) => JSON.parse(key) as [string, string])
      await execute(
        `delete from tenant.event_keys k using unnest(?::text[], ?::text[]) as gone (reporter, reference)
          where k.reporter = gone.reporter and k.reference = gone.reference`,
        [pairs.map(([reporter]) => reporter), pairs.map(([, reference]) => reference)]
      )
    },
  },
}
