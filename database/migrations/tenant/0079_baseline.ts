import { TenantSchema } from '#database/tenant_schema'

/** The random baseline: its rate, and which consignments took part. What was drawn stands nowhere that an inspector can reach (ADR 0041). */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'baseline_rates',
      columns: `id uuid not null, per_mille integer not null check (per_mille between 0 and 200),
        type text not null check (type in ('documentary','scan','tailgate','sample','canine','physical')),
        asked_by uuid not null, asked_at timestamptz not null default now(), confirmed_by uuid, confirmed_at timestamptz,
        primary key (tenant_id, id), check (confirmed_by <> asked_by), check ((confirmed_by is null) = (confirmed_at is null)),
        foreign key (tenant_id, asked_by) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, confirmed_by) references tenant.officers (tenant_id, id)`,
      grants: 'select, insert, update (confirmed_by, confirmed_at)',
    })
    // Everybody who took part, drawn or not: with the key of the day anybody can tell which.
    this.table({
      name: 'baseline_tickets',
      columns: `consignment_id uuid not null, day date not null, kid text not null, commitment text not null, per_mille integer not null,
        at timestamptz not null default now(), primary key (tenant_id, consignment_id),
        foreign key (tenant_id, consignment_id) references tenant.consignment_keys (tenant_id, consignment_id) on delete cascade`,
      indexes: ['(tenant_id, day)'],
      grants: 'select, insert, delete',
    })
    // How often something was found where a reason had fired: counted once an order, and holding no order.
    this.table({
      name: 'reason_outcomes',
      columns: `kind text not null check (kind in ('indicator','profile')), code text not null, examined integer not null default 0,
        hits integer not null default 0, changed_at timestamptz not null default now(), primary key (tenant_id, kind, code),
        check (hits between 0 and examined)`,
      grants: 'select, insert, update',
    })
    // Which of the consignments of a revealed day became an order: for who may verify draws, and nobody before.
    this.sql(`create function tenant.baseline_orders(wanted date, reader uuid)
      returns table (consignment_id uuid, order_id uuid, state text) language sql stable security definer set search_path = pg_catalog as $$
        select o.consignment_id, o.id, o.state from tenant.baseline_tickets t
          join tenant.inspection_orders o on o.tenant_id = t.tenant_id and o.consignment_id = t.consignment_id
          join tenant.inspection_order_origins g on g.tenant_id = o.tenant_id and g.order_id = o.id and g.kind = 'random'
         where t.day = wanted and exists (select 1 from tenant.draw_reveals r where r.day = wanted)
           and exists (select 1 from tenant.officer_roles r join tenant.role_permissions p on p.tenant_id = r.tenant_id and p.role_id = r.role_id
                 where r.officer_id = reader and p.permission = 'draws.verify') $$`)
    this.sql(`revoke all on function tenant.baseline_orders(date, uuid) from public`)
    this.sql(`grant execute on function tenant.baseline_orders(date, uuid) to landfall_app`)
  }
}
