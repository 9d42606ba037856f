import type { Administration } from '#platform/tenancy/tenant_context'
import { isPlatform } from './chain.js'

const COLUMNS = `e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.action, e.class, e.actor_kind, e.actor_id,
  e.person, e.session, e.support_session, e.subject_kind, e.subject_id, e.data, e.request`

/** The same statements over the tables of an administration and over those of the platform: the schema is one of two words. */
const over = (schema: 'tenant' | 'control') => ({
  head: `select seq::float8 as seq, hash from ${schema}.audit_seals where tenant_id = ? order by seq desc limit 1`,

  /** Takes the oldest that wait out of the queue; an entry that is gone comes without its columns. */
  take: `with taken as (
      delete from control.audit_queue q
       using (select entry_id from control.audit_queue where administration_id = ? order by entry_id limit ?) w
       where q.administration_id = ? and q.entry_id = w.entry_id returning q.entry_id)
    select t.entry_id, ${COLUMNS} from taken t left join ${schema}.audit_entries e on e.tenant_id = ? and e.id = t.entry_id order by t.entry_id`,

  seal: `insert into ${schema}.audit_seals (tenant_id, seq, entry_id, hash)
    select ?::uuid, seq, entry_id, hash from unnest(?::bigint[], ?::uuid[], ?::text[]) as s (seq, entry_id, hash)`,

  hashAt: `select hash from ${schema}.audit_seals where tenant_id = ? and seq = ?`,

  /** When the first entry after this one was sealed: a day is over when that is before today. */
  sealedAfter: `select seq::float8 as seq from ${schema}.audit_seals where tenant_id = ? and seq = ? + 1 and sealed_at < ?::timestamptz`,

  hashesUntil: `select seq::float8 as seq, hash from ${schema}.audit_seals where tenant_id = ? and seq > ? and sealed_at < ?::timestamptz order by seq`,

  /** Seals with their entries, in their order; a seal whose entry is gone comes with empty columns. */
  page: `select s.seq::float8 as seq, s.hash, ${COLUMNS} from ${schema}.audit_seals s
    left join ${schema}.audit_entries e on e.tenant_id = s.tenant_id and e.id = s.entry_id
    where s.tenant_id = ? and s.seq > ? order by s.seq limit ?`,

  /** Entries without a seal, as of one moment, and whether each has its place in the queue. */
  unsealed: `select ${COLUMNS}, q.entry_id is not null as queued from ${schema}.audit_entries e
    left join control.audit_queue q on q.administration_id = e.tenant_id and q.entry_id = e.id
    where e.tenant_id = ? and not exists (select 1 from ${schema}.audit_seals s where s.tenant_id = e.tenant_id and s.entry_id = e.id) order by e.id`,
})

const OF = { tenant: over('tenant'), control: over('control') } as const

export const statementsOf = (administration: Administration) => OF[isPlatform(administration) ? 'control' : 'tenant']
