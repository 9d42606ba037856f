import type { RetentionClass } from '#platform/retention/retention_class'
import { firstRow, rows } from '#platform/tenancy/database'
import { deleteReceived } from './delete_received.js'
import { eraseBytes } from './erase_bytes.js'

const ids = async (found: Promise<{ id: string }[]>) => (await found).map(({ id }) => id)

const READ = `from tenant.received_messages r where r.received_at < ? and r.state = 'registered'`
const WITH_BYTES = `${READ} and (r.erased_at is null or r.blob <> '')`
/** Consignments that were read from it are still kept: it says where their values come from. */
const CITED = `exists (select 1 from tenant.messages m join tenant.consignment_revisions v on v.message_id = m.id where m.received_message_id = r.id)`

/** Messages that were read: their bytes for two years, the line in the log as long as what was read from them. */
export const rawMessages: RetentionClass = {
  code: 'raw_messages',
  tables: [
    'received_messages',
    'received_message_keys',
    'idempotency_keys',
    'messages',
    'message_keys',
    'answers',
    'problems',
  ],
  defaults: { maskAfterDays: 730, deleteAfterDays: 3652 },
  keys: 'raw',
  partitions: ['problems'],
  mask: {
    due: (before, limit) =>
      ids(
        rows(`select r.id ${WITH_BYTES} and not tenant.message_is_held(r.id) order by r.id limit ?`, [before, limit])
      ),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(
        `select count(*)::int as due, (count(*) filter (where tenant.message_is_held(r.id)))::int as held ${WITH_BYTES}`,
        [before]
      ))!,
    apply: eraseBytes,
  },
  remove: {
    due: (before, limit) =>
      ids(
        rows(
          `select r.id ${READ} and r.blob = '' and not tenant.message_is_held(r.id) and not ${CITED} order by r.id limit ?`,
          [before, limit]
        )
      ),
    count: async (before) =>
      (await firstRow<{ due: number; held: number }>(
        `select count(*)::int as due, (count(*) filter (where tenant.message_is_held(r.id)))::int as held ${READ} and not ${CITED}`,
        [before]
      ))!,
    apply: deleteReceived,
  },
}
