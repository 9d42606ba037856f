import { TenantSchema } from '#database/tenant_schema'

/** Who inspects is drawn by a key nobody sees until its day is over; a change takes two people (ADR 0041). */
export default class extends TenantSchema {
  async up() {
    this
      .sql(`alter table tenant.inspection_orders add column drawn_id uuid, add column draw_round integer not null default 0,
      add foreign key (tenant_id, drawn_id) references tenant.officers (tenant_id, id)`)
    this.sql(`create index inspection_orders_drawn_idx on tenant.inspection_orders (tenant_id, drawn_id, state)`)
    this.sql(`alter table tenant.inspection_order_events drop constraint inspection_order_events_kind_check,
      add constraint inspection_order_events_kind_check check (kind in ('ordered','accepted','refused','in_progress','done',
        'returned','reviewed','missed','cancelled','stepped_aside','reassigned'))`)
    // What an officer of a site can be drawn for; no row means every shift and every kind.
    this.table({
      name: 'inspector_duties',
      columns: `site_id uuid not null, officer_id uuid not null, shifts text[] not null default '{}', types text[] not null default '{}',
        changed_by uuid not null, changed_at timestamptz not null default now(), primary key (tenant_id, site_id, officer_id),
        foreign key (tenant_id, site_id, officer_id) references tenant.site_officers (tenant_id, site_id, officer_id) on delete cascade`,
      grants: 'select, insert, update, delete',
    })
    this.table({
      name: 'inspection_draws',
      columns: `id uuid not null, order_id uuid not null, round integer not null, day date not null, kid text not null, commitment text not null,
        candidates uuid[] not null, drawn_id uuid, reason text not null check (reason in ('ordered','stepped_aside','handed_over','asked_again')),
        at timestamptz not null default now(), primary key (tenant_id, id), unique (tenant_id, order_id, round),
        check ((drawn_id is null) = (cardinality(candidates) = 0)), check (drawn_id is null or drawn_id = any (candidates)),
        foreign key (tenant_id, order_id) references tenant.inspection_orders (tenant_id, id)`,
      indexes: ['(tenant_id, day, id)'],
      grants: 'select, insert, delete',
    })
    // The key of a day that is over, told by the auditor to everybody who may look.
    this.table({
      name: 'draw_reveals',
      columns: `day date not null, kid text not null, day_key text not null, revealed_by uuid not null, at timestamptz not null default now(),
        primary key (tenant_id, day, kid), foreign key (tenant_id, revealed_by) references tenant.officers (tenant_id, id)`,
      grants: 'select, insert',
    })
    this.table({
      name: 'inspection_reassignments',
      columns: `id uuid not null, order_id uuid not null, from_id uuid, to_id uuid not null, reason text not null,
        state text not null default 'waiting' check (state in ('waiting','confirmed','refused','outdated')),
        asked_by uuid not null, asked_at timestamptz not null default now(), decided_by uuid, decided_at timestamptz,
        primary key (tenant_id, id), check (from_id is distinct from to_id), check (asked_by <> to_id),
        check (state not in ('confirmed','refused') or decided_by is not null),
        check (state <> 'confirmed' or (decided_by <> asked_by and decided_by <> to_id)),
        foreign key (tenant_id, order_id) references tenant.inspection_orders (tenant_id, id),
        foreign key (tenant_id, from_id) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, to_id) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, asked_by) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, decided_by) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, order_id)'],
      grants: 'select, insert, delete, update (state, decided_by, decided_at)',
    })
    this.sql(
      `create unique index inspection_reassignments_one_waiting on tenant.inspection_reassignments (tenant_id, order_id) where state = 'waiting'`
    )
    this.#candidates()
  }

  /**
   * Who is able to inspect: works at the site, is active, may record, has the shift and the kind, and has
   * no hand in the order: neither made it nor held or decided one of its alerts, nor stepped aside from it.
   * People are compared, not accounts. Runs as the owner because the application may not read who ordered;
   * it answers with who is left and never with why.
   */
  #candidates() {
    this
      .sql(`create function tenant.draw_candidates(wanted uuid) returns setof uuid language sql stable security definer
      set search_path = pg_catalog as $$
        with asked as (select * from tenant.inspection_orders where id = wanted),
        person as (select o.id, coalesce(o.same_person_as, o.id) as person, o.state from tenant.officers o),
        touched as (
          select g.ordered_by as id from tenant.inspection_order_origins g where g.order_id = wanted
          union select a.claimed_by from tenant.inspection_order_origins g join tenant.alerts a on a.id = g.alert_id where g.order_id = wanted
          union select a.decided_by from tenant.inspection_order_origins g join tenant.alerts a on a.id = g.alert_id where g.order_id = wanted
          union select e.officer_id from tenant.inspection_order_events e where e.order_id = wanted and e.kind = 'stepped_aside')
        select p.id from asked
          join tenant.site_officers s on s.site_id = asked.site_id
          join person p on p.id = s.officer_id and p.state = 'active'
          left join tenant.inspector_duties d on d.site_id = s.site_id and d.officer_id = s.officer_id
         where exists (select 1 from tenant.officer_roles r join tenant.role_permissions q on q.role_id = r.role_id
                 where r.officer_id = p.id and q.permission = 'inspections.record')
           and (coalesce(cardinality(d.shifts), 0) = 0 or asked.shift is null or asked.shift = any (d.shifts))
           and (coalesce(cardinality(d.types), 0) = 0 or asked.type = any (d.types))
           and p.person not in (select q.person from touched join person q on q.id = touched.id) $$`)
    this.sql(`revoke all on function tenant.draw_candidates(uuid) from public`)
    this.sql(`grant execute on function tenant.draw_candidates(uuid) to landfall_app`)
  }
}
