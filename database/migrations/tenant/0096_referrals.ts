import { TenantSchema } from '#database/tenant_schema'

/** Partner agencies, and cases referred to them or to units: what is shared, until when, and what came back (ADR 0047). */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'agencies',
      columns: `id uuid not null, code text not null, name text not null,
        kind text not null check (kind in ('police','border','health','agriculture','environment','tax','security','joint_unit','other')),
        closed_at timestamptz, created_at timestamptz not null default now(),
        primary key (tenant_id, id), unique (tenant_id, code)`,
      grants: 'select, insert, update',
    })
    this.table({
      name: 'agency_officers',
      columns: `agency_id uuid not null, officer_id uuid not null,
        primary key (tenant_id, agency_id, officer_id),
        foreign key (tenant_id, agency_id) references tenant.agencies (tenant_id, id),
        foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, officer_id)'],
      grants: 'select, insert, delete',
    })
    this.#referrals()
    this.#shared()
  }

  #referrals() {
    this.table({
      name: 'referrals',
      columns: `id uuid not null, case_id uuid not null, unit_id uuid, agency_id uuid,
        mode text not null check (mode in ('ask','hand_over')), purpose text not null, basis text not null,
        basis_reference text not null check (length(basis_reference) between 1 and 200),
        message text not null check (length(message) between 1 and 4000), parts text[] not null,
        made_by uuid not null, made_at timestamptz not null default now(), ends_at timestamptz not null,
        withdrawn_by uuid, withdrawn_at timestamptz, withdrawn_reason text, withdrawn_note text check (length(withdrawn_note) <= 500),
        primary key (tenant_id, id), check ((unit_id is null) <> (agency_id is null)), check (mode = 'ask' or unit_id is not null),
        check (ends_at > made_at), check ((withdrawn_at is null) = (withdrawn_by is null)),
        check ((withdrawn_at is null) = (withdrawn_reason is null)),
        foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
        foreign key (tenant_id, unit_id) references tenant.units (tenant_id, id),
        foreign key (tenant_id, agency_id) references tenant.agencies (tenant_id, id),
        foreign key (tenant_id, made_by) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, withdrawn_by) references tenant.officers (tenant_id, id)`,
      indexes: [
        '(tenant_id, case_id)',
        '(tenant_id, agency_id, ends_at) where withdrawn_at is null',
        '(tenant_id, unit_id, ends_at) where withdrawn_at is null',
      ],
      grants:
        'select, insert, update (withdrawn_by, withdrawn_at, withdrawn_reason, withdrawn_note, message, basis_reference), delete',
    })
  }

  /** One row for each thing that was chosen: what comes into the case later is shared with nobody. */
  #shared() {
    this.table({
      name: 'referral_consignments',
      columns: `referral_id uuid not null, case_id uuid not null, consignment_id uuid not null,
        primary key (tenant_id, referral_id, consignment_id),
        foreign key (tenant_id, referral_id) references tenant.referrals (tenant_id, id) on delete cascade,
        foreign key (tenant_id, case_id, consignment_id) references tenant.case_consignments (tenant_id, case_id, consignment_id) on delete cascade`,
      indexes: ['(tenant_id, case_id, consignment_id)'],
      grants: 'select, insert, delete',
    })
    this.table({
      name: 'referral_alerts',
      columns: `referral_id uuid not null, case_id uuid not null, alert_id uuid not null,
        primary key (tenant_id, referral_id, alert_id),
        foreign key (tenant_id, referral_id) references tenant.referrals (tenant_id, id) on delete cascade,
        foreign key (tenant_id, case_id, alert_id) references tenant.case_alerts (tenant_id, case_id, alert_id) on delete cascade`,
      indexes: ['(tenant_id, case_id, alert_id)'],
      grants: 'select, insert, delete',
    })
    this.table({
      name: 'referral_attachments',
      columns: `referral_id uuid not null, attachment_id uuid not null,
        primary key (tenant_id, referral_id, attachment_id),
        foreign key (tenant_id, referral_id) references tenant.referrals (tenant_id, id) on delete cascade,
        foreign key (tenant_id, attachment_id) references tenant.attachments (tenant_id, id) on delete cascade`,
      indexes: ['(tenant_id, attachment_id)'],
      grants: 'select, insert, delete',
    })
    this.table({
      name: 'referral_answers',
      columns: `id uuid not null, referral_id uuid not null, officer_id uuid not null, result text not null,
        words text not null check (length(words) between 1 and 4000), at timestamptz not null default now(),
        primary key (tenant_id, id),
        foreign key (tenant_id, referral_id) references tenant.referrals (tenant_id, id) on delete cascade,
        foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, referral_id, at)'],
      grants: 'select, insert, update (words), delete',
    })
  }
}
