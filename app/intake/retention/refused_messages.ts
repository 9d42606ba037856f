import type { RetentionClass } from '#platform/retention/retention_class'
import { firstRow, rows } from '#platform/tenancy/database'
import { deleteReceived } from './delete_received.js'
import { eraseBytes } from './erase_bytes.js'

const ids = async (found: Promise<{ id: string }[]>) => (await found).map(({ id }) => id)
const REFUSED = `from tenant.received_messages r where r.received_at < ? and r.state in ('quarantined', 'rejected')`

/** What could not be read or was answered with an error: ninety days to repair it, then nothing. */
export const refusedMessages: RetentionClass = {
  code: 'refused_messages',
  tables: [],
  defaults: { maskAfterDays: 90, deleteAfterDays: 90 },
  partitions: ['problems'],
  mask: {
    due: (before, limit) =>
      ids(
        rows(
          `select r.id ${REFUSED} and (r.erased_at is null or r.blob <> '') and not tenant.message_is_held(r.id) order by r.id limit ?`,
          [before, limit]
        )
      ),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(
        `select count(*)::int as due, (count(*) filter (where tenant.message_is_held(r.id)))::int as held ${REFUSED} and (r.erased_at is null or r.blob <> '')`,
        [before]
      ))!,
    apply: eraseBytes,
  },
  remove: {
    due: (before, limit) =>
      ids(
        rows(
          `select r.id ${REFUSED} and r.blob = '' and not tenant.message_is_held(r.id)
             and not exists (select 1 from tenant.messages m join tenant.consignment_revisions v on v.message_id = m.id where m.received_message_id = r.id)
           order by r.id limit ?`,
          [before, limit]
        )
      ),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(
        `select count(*)::int as due, (count(*) filter (where tenant.message_is_held(r.id)))::int as held ${REFUSED}`,
        [before]
      ))!,
    apply: deleteReceived,
  },
}
