import { TenantSchema } from '#database/tenant_schema'

/** What an administration looks for, what the scales said, and who was asked to look. */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'profiles',
      columns: `id uuid not null, code text not null, name text not null, threat text not null, state text not null default 'draft'
        check (state in ('draft','live','retired')), live_revision integer, created_by uuid, created_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, code)`,
      grants: 'select, insert, update',
    })
    this.table({
      name: 'profile_revisions',
      columns: `id uuid not null, profile_id uuid not null, revision integer not null, document jsonb not null, document_hash text not null, note text,
        created_by uuid, created_at timestamptz not null default now(), published_by uuid, published_at timestamptz,
        primary key (tenant_id, id), unique (tenant_id, profile_id, revision),
        foreign key (tenant_id, profile_id) references tenant.profiles (tenant_id, id),
        check (published_by is null or created_by is null or published_by <> created_by)`,
      grants: 'select, insert, update (published_by, published_at)',
    })
    this.table({
      name: 'watch_lists',
      columns: `id uuid not null, code text not null, name text not null, description text, edition integer not null default 1,
        state text not null default 'live' check (state in ('live','retired')), created_by uuid, created_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, code)`,
      grants: 'select, insert, update',
    })
    // An entry lives from the edition that brought it to the edition that ended it: every edition can be rebuilt.
    this.table({
      name: 'watch_list_entries',
      columns: `id uuid not null, watch_list_id uuid not null, kind text not null
        check (kind in ('name','identifier','address','contact','equipment','means','document')),
        value text not null, reason text not null, valid_from timestamptz, valid_until timestamptz,
        from_edition integer not null, to_edition integer, created_by uuid, created_at timestamptz not null default now(),
        withdrawn_by uuid, withdrawn_at timestamptz, withdrawn_reason text,
        primary key (tenant_id, id),
        foreign key (tenant_id, watch_list_id) references tenant.watch_lists (tenant_id, id)`,
      indexes: ['(tenant_id, watch_list_id, from_edition)'],
      grants: 'select, insert, update',
    })
    this.table({
      name: 'reference_lists',
      columns: `id uuid not null, code text not null, edition integer not null,
        primary key (tenant_id, id), unique (tenant_id, code)`,
      grants: 'select, insert, update',
    })
    this.table({
      name: 'reference_list_editions',
      columns: `id uuid not null, list_id uuid not null, edition integer not null, rows jsonb not null, note text, source text not null,
        created_by uuid, created_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, list_id, edition),
        foreign key (tenant_id, list_id) references tenant.reference_lists (tenant_id, id)`,
      grants: 'select, insert',
    })
    // What waits to be weighed. Deleted in the transaction that stores the assessment: exactly once.
    this.table({
      name: 'assessment_requests',
      columns: `id uuid not null, consignment_id uuid not null, revision_id uuid not null, because text not null,
        requested_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, revision_id, because)`,
      indexes: ['(tenant_id, requested_at)'],
    })
    this.table({
      name: 'assessments',
      partitioned: true,
      columns: `id uuid not null, consignment_id uuid not null, revision_id uuid not null, revision integer not null, because text not null,
        score integer not null, up_to integer not null, band text not null check (band in ('high','medium','low','unknown')),
        result jsonb not null, facts_hash text not null, facts bytea not null, versions jsonb not null,
        assessed_at timestamptz not null default now(), duration_us integer not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, consignment_id) references tenant.consignments (tenant_id, id)`,
      indexes: ['(tenant_id, consignment_id, assessed_at desc)'],
      grants: 'select, insert',
    })
    // Where each consignment stands now: one small row to sort and count by.
    this.table({
      name: 'standings',
      columns: `consignment_id uuid not null, call_id uuid, revision integer not null, assessment_id uuid not null,
        score integer not null, up_to integer not null, band text not null, reasons jsonb not null, assessed_at timestamptz not null,
        open_alerts integer not null default 0,
        primary key (tenant_id, consignment_id),
        foreign key (tenant_id, consignment_id) references tenant.consignments (tenant_id, id)`,
      indexes: ['(tenant_id, call_id, score desc, consignment_id)', '(tenant_id, assessed_at)'],
    })
    this.table({
      name: 'alerts',
      columns: `id uuid not null, consignment_id uuid not null, threat text not null, assessment_id uuid not null,
        state text not null default 'new' check (state in ('new','claimed','dismissed')),
        because text not null, band text not null, score integer not null, up_to integer not null, threat_score integer not null,
        reason_codes text not null, raised_at timestamptz not null default now(), changed_at timestamptz not null default now(),
        claimed_by uuid, claimed_at timestamptz, decided_by uuid, decided_at timestamptz, decision_reason text, decision_note text,
        version integer not null default 1,
        primary key (tenant_id, id),
        foreign key (tenant_id, consignment_id) references tenant.consignments (tenant_id, id),
        foreign key (tenant_id, claimed_by) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, decided_by) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, state, score desc, id)', '(tenant_id, consignment_id)'],
      grants: 'select, insert, update',
    })
    this.sql(
      `create unique index alerts_one_open on tenant.alerts (tenant_id, consignment_id, threat) where state in ('new','claimed')`
    )
    this.table({
      name: 'alert_events',
      columns: `id uuid not null, alert_id uuid not null, kind text not null check (kind in ('raised','updated','claimed','released','dismissed','reopened')),
        officer_id uuid, reason text, note text, at timestamptz not null default now(), assessment_id uuid,
        primary key (tenant_id, id), foreign key (tenant_id, alert_id) references tenant.alerts (tenant_id, id)`,
      indexes: ['(tenant_id, alert_id, at)'],
      grants: 'select, insert',
    })
    // Which roles are told of which threat; 'ALL' stands for every threat.
    this.table({
      name: 'alert_designations',
      columns: `threat text not null, role_id uuid not null, primary key (tenant_id, threat, role_id),
        foreign key (tenant_id, role_id) references tenant.roles (tenant_id, id) on delete cascade`,
    })
    this.table({
      name: 'notifications',
      columns: `id uuid not null, officer_id uuid not null, kind text not null, subject_id uuid not null,
        created_at timestamptz not null default now(), read_at timestamptz, mailed_at timestamptz,
        primary key (tenant_id, id), unique (tenant_id, officer_id, kind, subject_id),
        foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, officer_id, created_at desc)'],
    })
  }
}
