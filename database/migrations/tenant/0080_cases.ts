import { TenantSchema } from '#database/tenant_schema'

/**
 * Cases (ROLES_AND_WORKFLOW 5.4 D): what several alerts and consignments have in common, who works on it,
 * and everything that was done. Status, outcome and where the goods are stand apart.
 */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'case_numbers',
      columns: `last bigint not null, primary key (tenant_id)`,
      grants: 'select, insert, update',
    })
    // `state` is the phase that all code asks for; `step` is the state of the workflow where it has another name (ADR 0042).
    this.table({
      name: 'cases',
      columns: `id uuid not null, number bigint not null, title text not null check (length(title) between 1 and 160),
        state text not null, step text, workflow_revision integer not null, open boolean not null default true,
        outcome text, disposition text, holder_id uuid, opened_by uuid not null, opened_at timestamptz not null default now(),
        entered_at timestamptz not null default now(), timer_from text check (timer_from in ('entered','before_arrival')), timer_minutes integer,
        closed_at timestamptz, changed_at timestamptz not null default now(),
        version integer not null default 1,
        primary key (tenant_id, id), unique (tenant_id, number), check (open = (closed_at is null)),
        check ((timer_from is null) = (timer_minutes is null)),
        foreign key (tenant_id, holder_id) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, opened_by) references tenant.officers (tenant_id, id)`,
      indexes: [
        '(tenant_id, entered_at) where open',
        '(tenant_id, holder_id) where open',
        '(tenant_id, changed_at desc)',
        '(tenant_id, closed_at)',
      ],
      grants: 'select, insert, update, delete',
    })
    this.table({
      name: 'case_consignments',
      columns: `case_id uuid not null, consignment_id uuid not null, added_by uuid not null, added_at timestamptz not null default now(),
        primary key (tenant_id, case_id, consignment_id),
        foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
        foreign key (tenant_id, consignment_id) references tenant.consignment_keys (tenant_id, consignment_id)`,
      indexes: ['(tenant_id, consignment_id)'],
      grants: 'select, insert, delete',
    })
    // An alert is studied in one case at a time, since only an open one is promoted; which it was taken from stands in the history of both.
    this.table({
      name: 'case_alerts',
      columns: `alert_id uuid not null, case_id uuid not null, added_by uuid not null, added_at timestamptz not null default now(),
        primary key (tenant_id, case_id, alert_id),
        foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
        foreign key (tenant_id, alert_id) references tenant.alerts (tenant_id, id) on delete cascade`,
      indexes: ['(tenant_id, alert_id)'],
      grants: 'select, insert, delete',
    })
    this.table({
      name: 'case_links',
      columns: `case_id uuid not null, other_id uuid not null, added_by uuid not null, added_at timestamptz not null default now(),
        primary key (tenant_id, case_id, other_id),
        foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id),
        foreign key (tenant_id, other_id) references tenant.cases (tenant_id, id)`,
      indexes: ['(tenant_id, other_id)'],
      grants: 'select, insert, delete',
    })
    this.table({
      name: 'case_events',
      columns: `id uuid not null, case_id uuid not null, kind text not null, act text, step text, officer_id uuid, reason text, note text,
        target uuid, mentioned uuid[] not null default '{}', at timestamptz not null default now(),
        primary key (tenant_id, id), foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
        foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, case_id, at)'],
      grants: 'select, insert, update (note), delete',
    })
    this.table({
      name: 'case_tasks',
      columns: `id uuid not null, case_id uuid not null, what text not null check (length(what) between 1 and 200), assignee_id uuid,
        due_at timestamptz, made_by uuid not null, made_at timestamptz not null default now(), done_by uuid, done_at timestamptz,
        primary key (tenant_id, id), check ((done_by is null) = (done_at is null)),
        foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
        foreign key (tenant_id, assignee_id) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, made_by) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, done_by) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, case_id)', '(tenant_id, assignee_id) where done_at is null'],
      grants: 'select, insert, update, delete',
    })
    this.#orders()
    this.#holds()
  }

  /** A hold on the case itself or on any of its cargo. */
  #holds() {
    this.sql(`create function tenant.case_is_held(studied uuid) returns boolean language sql stable as $$
      select exists (select 1 from tenant.legal_holds where lifted_at is null and scope = 'case' and subject_id = studied)
        or exists (select 1 from tenant.case_consignments x where x.case_id = studied and tenant.consignment_is_held(x.consignment_id)) $$`)
    this.sql(`revoke all on function tenant.case_is_held(uuid) from public`)
    this.sql(`grant execute on function tenant.case_is_held(uuid) to landfall_app`)
  }

  /** Orders know nothing of why (ADR 0019): the app writes here and reads only through the functions. */
  #orders() {
    this.table({
      name: 'case_orders',
      columns: `order_id uuid not null, case_id uuid not null, primary key (tenant_id, case_id, order_id),
        foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
        foreign key (tenant_id, order_id) references tenant.inspection_orders (tenant_id, id) on delete cascade`,
      indexes: ['(tenant_id, order_id)'],
      grants: 'insert',
    })
    this.sql(`create function tenant.orders_of_case(studied uuid, reader uuid)
      returns table (order_id uuid) language sql stable security definer set search_path = pg_catalog as $$
        with held as (select p.permission from tenant.officer_roles r
          join tenant.role_permissions p on p.tenant_id = r.tenant_id and p.role_id = r.role_id where r.officer_id = reader)
        select g.order_id from tenant.case_orders g where g.case_id = studied
           and exists (select 1 from held where permission = 'cases.read')
           and not exists (select 1 from held where permission = 'inspections.record') $$`)
    this.sql(`revoke all on function tenant.orders_of_case(uuid, uuid) from public`)
    this.sql(`grant execute on function tenant.orders_of_case(uuid, uuid) to landfall_app`)
    // For the cases themselves: what becomes of them when their order moves. Ids only.
    this.sql(`create function tenant.cases_of_orders(orders uuid[])
      returns table (order_id uuid, case_id uuid) language sql stable security definer set search_path = pg_catalog as $$
        select g.order_id, g.case_id from tenant.case_orders g where g.order_id = any (orders) $$`)
    this.sql(`revoke all on function tenant.cases_of_orders(uuid[]) from public`)
    this.sql(`grant execute on function tenant.cases_of_orders(uuid[]) to landfall_app`)
  }
}
