import { TenantSchema } from '#database/tenant_schema'

/** Goods declarations that a national system registered, and selections told to it (docs/guides/a_national_system.md). */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'declarations',
      columns: `id uuid not null, message_id uuid not null, sender_id uuid not null, type text not null, number text not null check (length(number) <= 80),
        office text, regime text, declared_on date, lane text check (lane in ('green','yellow','red','blue')),
        importer_identifier text, importer_name text, exporter_identifier text, exporter_name text, declarant_identifier text, declarant_name text,
        items jsonb not null default '[]', provenance jsonb not null default '{}',
        state text not null default 'current' check (state in ('current','replaced','cancelled')), masked_at timestamptz, filed_at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, sender_id) references tenant.senders (tenant_id, id)`,
      indexes: ['(tenant_id, sender_id, number)', '(tenant_id, filed_at desc, id desc)'],
      grants: 'select, insert, update, delete',
    })
    this.sql(
      `create unique index declarations_current on tenant.declarations (tenant_id, sender_id, number) where state = 'current'`
    )
    // Numbers of bills and waybills as compared. Cargo is joined by them when it is looked at: what comes first does not matter.
    this.table({
      name: 'declaration_numbers',
      columns: `declaration_id uuid not null, key text not null, filed text not null,
        primary key (tenant_id, declaration_id, key),
        foreign key (tenant_id, declaration_id) references tenant.declarations (tenant_id, id) on delete cascade`,
      indexes: ['(tenant_id, key)'],
      grants: 'select, insert, delete',
    })
    this.#selections()
  }

  /** An instruction is of a case (held, released) or of an order (selected, deselected). */
  #selections() {
    this.sql(`alter table tenant.instructions alter column case_id drop not null`)
    this.sql(`alter table tenant.instructions add column order_id uuid`)
    this.sql(
      `alter table tenant.instructions add foreign key (tenant_id, order_id) references tenant.inspection_orders (tenant_id, id) on delete cascade`
    )
    this.sql(`alter table tenant.instructions drop constraint instructions_kind_check`)
    this.sql(`alter table tenant.instructions add constraint instructions_kind_check check (
      (order_id is null and case_id is not null and kind in ('hold','release','do_not_load','load'))
      or (case_id is null and order_id is not null and kind in ('select','deselect')))`)
    this.sql(`create index instructions_order_idx on tenant.instructions (tenant_id, order_id)`)
    this.sql(`alter table tenant.connected_systems drop constraint connected_systems_hears_check`)
    this.sql(`alter table tenant.connected_systems add constraint connected_systems_hears_check
      check (hears <@ array['hold','release','do_not_load','load','select','deselect'])`)
  }
}
