import { TenantSchema } from '#database/tenant_schema'

const RESULTS = `('resultant','not_resultant','inconclusive','not_examined')`
const JUDGEMENTS = `('confirmed_risk','valuable_no_offence','nothing_found','inconclusive','not_examined')`

/** Inspection orders, what they found, and the places sites have for them (DECISIONS 18, ADR 0019). */
export default class extends TenantSchema {
  async up() {
    // One sequence for every order of an administration: a number tells nothing of why.
    this.table({
      name: 'inspection_numbers',
      columns: `last bigint not null, primary key (tenant_id)`,
      grants: 'select, insert, update',
    })
    // No link to an alert, a case or a score, and not who ordered: that stands in `inspection_order_origins`.
    this.table({
      name: 'inspection_orders',
      columns: `id uuid not null, number bigint not null, site_id uuid not null, type text not null
        check (type in ('documentary','scan','tailgate','sample','canine','physical')),
        consignment_id uuid not null, equipment text, day date, shift text, useful_until timestamptz not null,
        state text not null default 'ordered' check (state in ('ordered','accepted','refused','in_progress','done','reviewed','missed','cancelled')),
        inspector_id uuid, reviewer_id uuid, refusal text, ordered_at timestamptz not null default now(), started_at timestamptz,
        closed_at timestamptz, version integer not null default 1,
        primary key (tenant_id, id), unique (tenant_id, number), check (reviewer_id is null or reviewer_id <> inspector_id),
        check ((day is null) = (shift is null)),
        foreign key (tenant_id, site_id) references tenant.sites (tenant_id, id),
        foreign key (tenant_id, consignment_id) references tenant.consignment_keys (tenant_id, consignment_id),
        foreign key (tenant_id, inspector_id) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, reviewer_id) references tenant.officers (tenant_id, id)`,
      indexes: [
        '(tenant_id, state, useful_until)',
        '(tenant_id, consignment_id)',
        '(tenant_id, site_id, day, shift)',
        '(tenant_id, ordered_at desc)',
      ],
      grants: 'select, insert, update',
    })
    // Written by the app, read by nobody through a query: the app role has no select. `order_origins()` is the only way.
    this.table({
      name: 'inspection_order_origins',
      columns: `id uuid not null, order_id uuid not null, kind text not null check (kind in ('alert','officer','random')),
        alert_id uuid, assessment_id uuid, ordered_by uuid, over_booked text,
        primary key (tenant_id, id), check ((kind = 'alert') = (alert_id is not null)),
        foreign key (tenant_id, order_id) references tenant.inspection_orders (tenant_id, id),
        foreign key (tenant_id, alert_id) references tenant.alerts (tenant_id, id),
        foreign key (tenant_id, ordered_by) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, order_id)'],
      grants: 'insert',
    })
    this.table({
      name: 'inspection_order_events',
      columns: `id uuid not null, order_id uuid not null, kind text not null
        check (kind in ('ordered','accepted','refused','in_progress','done','returned','reviewed','missed','cancelled')),
        officer_id uuid, reason text, note text, at timestamptz not null default now(),
        primary key (tenant_id, id), foreign key (tenant_id, order_id) references tenant.inspection_orders (tenant_id, id)`,
      indexes: ['(tenant_id, order_id, at)'],
      grants: 'select, insert',
    })
    this.table({
      name: 'inspection_findings',
      columns: `id uuid not null, order_id uuid not null, what text not null, place text not null, quantity text, unit text,
        value_minor bigint, currency text, note text, code_edition integer not null, replaces uuid, withdrawn boolean not null default false,
        recorded_by uuid not null, recorded_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, replaces), check ((quantity is null) = (unit is null)),
        check ((value_minor is null) = (currency is null)), check (not withdrawn or replaces is not null),
        foreign key (tenant_id, order_id) references tenant.inspection_orders (tenant_id, id),
        foreign key (tenant_id, replaces) references tenant.inspection_findings (tenant_id, id),
        foreign key (tenant_id, recorded_by) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, order_id)'],
      grants: 'select, insert',
    })
    // One outcome an order; a correction is the next position, and the last position holds.
    this.table({
      name: 'outcomes',
      columns: `id uuid not null, order_id uuid not null, result text not null check (result in ${RESULTS}),
        judgement text not null check (judgement in ${JUDGEMENTS}), enforcement text not null default 'none'
        check (enforcement in ('none','warning','penalty','detention','seizure','controlled_delivery','prosecution')),
        revenue_minor bigint, currency text, minutes integer not null check (minutes between 0 and 14400), reason text, note text,
        code_edition integer not null, position integer not null, inspector_id uuid not null, recorded_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, order_id, position), check ((revenue_minor is null) = (currency is null)),
        check ((result = 'resultant') = (judgement = 'confirmed_risk')), check ((result = 'not_examined') = (judgement = 'not_examined')),
        foreign key (tenant_id, order_id) references tenant.inspection_orders (tenant_id, id),
        foreign key (tenant_id, inspector_id) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, recorded_at desc)'],
      grants: 'select, insert',
    })
    // Places a site has in a shift of a weekday (1 Monday … 7 Sunday), local to the administration.
    this.table({
      name: 'site_shifts',
      columns: `site_id uuid not null, weekday integer not null check (weekday between 1 and 7), shift text not null,
        starts text not null check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'), ends text not null check (ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        places integer not null check (places between 0 and 999), changed_by uuid, changed_at timestamptz not null default now(),
        primary key (tenant_id, site_id, shift, weekday), foreign key (tenant_id, site_id) references tenant.sites (tenant_id, id)`,
    })
    this.table({
      name: 'site_shift_exceptions',
      columns: `site_id uuid not null, day date not null, shift text not null, places integer not null check (places between 0 and 999),
        reason text not null, changed_by uuid, changed_at timestamptz not null default now(),
        primary key (tenant_id, site_id, shift, day), foreign key (tenant_id, site_id) references tenant.sites (tenant_id, id)`,
    })
    this.#origins()
  }

  /**
   * Runs as the owner, so the wall of the administration stands inside it. What an order came from is
   * told to who may read outcomes, and only once the order is over; the alert behind it to who reads alerts.
   */
  #origins() {
    this.sql(`create function tenant.order_origins(orders uuid[], reader uuid)
      returns table (order_id uuid, kind text, alert_id uuid, ordered_by uuid, over_booked text) language sql stable security definer
      set search_path = pg_catalog as $$
        with held as (select p.permission from tenant.officer_roles r
          join tenant.role_permissions p on p.tenant_id = r.tenant_id and p.role_id = r.role_id where r.officer_id = reader)
        select g.order_id, g.kind, case when exists (select 1 from held where permission = 'alerts.read') then g.alert_id end,
               g.ordered_by, g.over_booked
          from tenant.inspection_order_origins g
          join tenant.inspection_orders o on o.tenant_id = g.tenant_id and o.id = g.order_id
         where g.order_id = any (orders) and exists (select 1 from held where permission = 'outcomes.read')
           and not exists (select 1 from held where permission = 'inspections.record')
           and o.state in ('done', 'reviewed', 'missed', 'refused', 'cancelled') $$`)
    this.sql(`revoke all on function tenant.order_origins(uuid[], uuid) from public`)
    this.sql(`grant execute on function tenant.order_origins(uuid[], uuid) to landfall_app`)
    // For the alerts themselves: what becomes of them when their order ends. Ids only.
    this.sql(`create function tenant.alerts_of_orders(orders uuid[])
      returns table (order_id uuid, alert_id uuid) language sql stable security definer set search_path = pg_catalog as $$
        select g.order_id, g.alert_id from tenant.inspection_order_origins g where g.order_id = any (orders) and g.alert_id is not null $$`)
    this.sql(`revoke all on function tenant.alerts_of_orders(uuid[]) from public`)
    this.sql(`grant execute on function tenant.alerts_of_orders(uuid[]) to landfall_app`)
  }
}
