import db from '@adonisjs/lucid/services/db'
import type { RetentionClass } from '#platform/retention/retention_class'
import { tenancy } from '#platform/tenancy/tenant_context'

/** Sessions live in the control plane: those of the current administration's officers that nobody can use any more. */
const ended = (before: Date) =>
  db
    .connection('control')
    .from('control.sessions')
    .where('administration_id', tenancy.current().administration.id)
    .where('expires_at', '<', before)

/** Who was signed in from which browser. One that is ended goes at once; this is what ran out by itself. */
export const sessions: RetentionClass = {
  code: 'sessions',
  tables: [],
  defaults: { maskAfterDays: null, deleteAfterDays: 30 },
  exact: true,
  mask: { notNeeded: 'the whole session goes' },
  remove: {
    due: async (before, limit) =>
      ((await ended(before).select('id').orderBy('expires_at').limit(limit)) as { id: string }[]).map(({ id }) => id),
    count: async (before) => {
      const [row] = (await ended(before).count('id as due')) as { due: string }[]
      return { due: Number(row!.due), held: 0 }
    },
    apply: async (ids, { at }) =>
      void (await ended(at)
        .whereIn('id', [...ids])
        .delete()),
  },
}
