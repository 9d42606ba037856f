import { TenantSchema } from '#database/tenant_schema'

/** What officers are told, what they chose to be told, and the mails on their way. */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'notification_mails',
      // `kind` is a kind of notification or `digest`; what a mail counts are the notifications that name it.
      columns: `id uuid not null, officer_id uuid not null, kind text not null,
        state text not null default 'waiting' check (state in ('waiting','sending','sent','dead')),
        attempts integer not null default 0, next_at timestamptz not null, error text,
        created_at timestamptz not null default now(), sent_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id)`,
      indexes: [
        '(tenant_id, officer_id, kind, created_at desc)',
        `(tenant_id, next_at) where state in ('waiting','sending')`,
      ],
    })
    this.sql(`drop table tenant.notifications`)
    this.table({
      name: 'notifications',
      // One row an officer, a kind and a thread (a ship, a message) in each announcement; the screens gather what is unread.
      columns: `id uuid not null, officer_id uuid not null, kind text not null, thread_id uuid not null, subject_id uuid not null,
        count integer not null default 1 check (count > 0), band text, port text, berth_at timestamptz,
        in_app boolean not null, mail text not null check (mail in ('now','digest','off')), mail_id uuid,
        created_at timestamptz not null default now(), read_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id),
        foreign key (tenant_id, mail_id) references tenant.notification_mails (tenant_id, id)`,
      indexes: [
        '(tenant_id, officer_id, created_at desc)',
        `(tenant_id, officer_id, kind) where mail_id is null and mail <> 'off'`,
        '(tenant_id, mail_id) where mail_id is not null',
      ],
    })
    // No ports: all of them.
    this.table({
      name: 'notification_rules',
      columns: `officer_id uuid not null, kind text not null, in_app boolean not null,
        mail text not null check (mail in ('now','digest','off')),
        min_band text not null check (min_band in ('any','medium','high')), ports text[] not null default '{}',
        changed_at timestamptz not null default now(),
        primary key (tenant_id, officer_id, kind),
        foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id) on delete cascade`,
    })
    this.table({
      name: 'notification_schedules',
      // Minutes of the local day; days count from Monday = 1. No quiet hours: both null.
      columns: `officer_id uuid not null, timezone text not null,
        quiet_from smallint check (quiet_from between 0 and 1439), quiet_until smallint check (quiet_until between 0 and 1439),
        quiet_days smallint[] not null default '{1,2,3,4,5,6,7}', break_through boolean not null default false,
        digest_hours smallint[] not null default '{7}', sound boolean not null default false,
        changed_at timestamptz not null default now(),
        primary key (tenant_id, officer_id), check ((quiet_from is null) = (quiet_until is null)),
        foreign key (tenant_id, officer_id) references tenant.officers (tenant_id, id) on delete cascade`,
    })
    // How much of a ship a mail may say; party names, scores and voyages never.
    this.sql(`alter table tenant.settings add column mail_detail text not null default 'counts'
      check (mail_detail in ('counts','port_and_time'))`)
  }
}
