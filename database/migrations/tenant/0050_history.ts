import { TenantSchema } from '#database/tenant_schema'

/** History of parties, lanes and senders: counters by day, what parties shared, and what inspections found. */
export default class extends TenantSchema {
  async up() {
    this.sql(`alter table tenant.consignment_history add column lane text, add column sender_id uuid,
      add column chapters text[] not null default '{}', add column flawed boolean not null default false`)
    // Distinct partners of a key are skipped through, one probe a partner, however many consignments there were.
    this.sql(
      `create index consignment_history_3_idx on tenant.consignment_history (tenant_id, consignee_key, consignor_key, filed_at)`
    )
    this.sql(
      `create index consignment_history_4_idx on tenant.consignment_history (tenant_id, consignor_key, consignee_key, filed_at)`
    )
    // Sums by UTC day. Rows are only added, so that nobody waits for another's filing: a day's count is the
    // sum of its rows, and the nightly check folds them into one.
    this.table({
      name: 'history_days',
      columns: `kind text not null check (kind in ('consignee','consignor','pair','chapter','lane','lane_sender','lane_chapter','sender','flawed')),
        key text not null, other text not null default '', day date not null, id uuid not null default uuidv7(), count integer not null,
        primary key (tenant_id, kind, key, other, day, id)`,
      grants: 'select, insert, delete',
    })
    // What a party was filed with: a contact or an address (key) of a party (other), or names (other) under one identifier (key).
    this.table({
      name: 'history_traces',
      columns: `kind text not null check (kind in ('contact','address','consignor_contact','consignor_address','spelling')),
        key text not null, other text not null, seen_at timestamptz not null, consignment_id uuid not null,
        primary key (tenant_id, kind, key, other, seen_at, consignment_id)`,
      indexes: ['(tenant_id, consignment_id)'],
      grants: 'select, insert, delete',
    })
    // Inspections as history: which cargo was to be looked at, and what came of it once it was reviewed. Not who, not why.
    this.table({
      name: 'history_checks',
      columns: `order_id uuid not null, consignment_id uuid not null, ordered_at timestamptz not null, checked_at timestamptz,
        result text check (result in ('resultant','clean')), found text[] not null default '{}',
        primary key (tenant_id, order_id), check ((checked_at is null) = (result is null))`,
      indexes: ['(tenant_id, consignment_id)', '(tenant_id, ordered_at)'],
    })
    this.table({
      name: 'history_check_keys',
      columns: `id uuid not null default uuidv7(), order_id uuid not null,
        kind text not null check (kind in ('consignee','consignor','contact','address','container')), key text not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, order_id) references tenant.history_checks (tenant_id, order_id) on delete cascade`,
      indexes: ['(tenant_id, kind, key, order_id)', '(tenant_id, order_id)'],
      grants: 'select, insert, delete',
    })
    this.#counting()
  }

  /** Counters follow the rows in the same statement, whoever writes them: registration, amendments, cancels, masks, retention. */
  #counting() {
    this
      .sql(`create function tenant.history_counters(consignor text, consignee text, lane text, sender uuid, chapters text[], flawed boolean)
      returns table (kind text, key text, other text) language sql immutable as $$
        select * from (values ('consignee', consignee, ''), ('consignor', consignor, ''), ('pair', consignee, consignor), ('lane', lane, ''),
            ('lane_sender', lane, sender::text), ('sender', sender::text, ''), ('flawed', case when flawed then sender::text end, ''))
          as v (kind, key, other) where v.key is not null and v.other is not null
        union all select 'chapter', consignee, c from unnest(chapters) c where consignee is not null
        union all select 'lane_chapter', lane, c from unnest(chapters) c where lane is not null $$`)
    this.sql(`revoke all on function tenant.history_counters(text, text, text, uuid, text[], boolean) from public`)
    this.sql(
      `grant execute on function tenant.history_counters(text, text, text, uuid, text[], boolean) to landfall_app`
    )
    const each = (rows: string, sign: 1 | -1) =>
      `select r.tenant_id, k.kind, k.key, k.other, (r.filed_at at time zone 'UTC')::date as day, ${sign} as count from ${rows} r
         cross join lateral tenant.history_counters(r.consignor_key, r.consignee_key, r.lane, r.sender_id, r.chapters, r.flawed) k`
    const add = (rows: string) =>
      `insert into tenant.history_days (tenant_id, kind, key, other, day, count)
         select tenant_id, kind, key, other, day, sum(count) from (${rows}) c group by 1, 2, 3, 4, 5 having sum(count) <> 0`
    // What is taken back leaves nothing: a key that counts no more is not kept.
    const clear = `with touched as (select distinct kind, key, other, day from (${each('old_rows', -1)}) c),
        over as (select d.kind, d.key, d.other, d.day from touched t join tenant.history_days d using (kind, key, other, day)
          group by 1, 2, 3, 4 having sum(d.count) = 0)
      delete from tenant.history_days d using over o where d.kind = o.kind and d.key = o.key and d.other = o.other and d.day = o.day`
    const triggers = {
      insert: [add(each('new_rows', 1)), 'new table as new_rows'],
      update: [
        `${add(`${each('new_rows', 1)} union all ${each('old_rows', -1)}`)}; ${clear}`,
        'old table as old_rows new table as new_rows',
      ],
      delete: [`${add(each('old_rows', -1))}; ${clear}`, 'old table as old_rows'],
    } as const
    for (const [event, [statement, tables]] of Object.entries(triggers)) {
      this.sql(`create function tenant.count_history_${event}() returns trigger language plpgsql as $$
        begin ${statement}; return null; end $$`)
      this.sql(`create trigger count_history_${event} after ${event} on tenant.consignment_history
        referencing ${tables} for each statement execute function tenant.count_history_${event}()`)
    }
  }
}
