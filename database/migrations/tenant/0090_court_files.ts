import { TenantSchema } from '#database/tenant_schema'

/**
 * Court files of a case (ADR 0045): versions that are made once and never again. What one holds is known by key
 * and hash, so that the next says what was added. Nothing but its end by retention changes a version that is made.
 */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'court_files',
      columns: `id uuid not null, case_id uuid not null, version integer check (version > 0),
        state text not null default 'waiting' check (state in ('waiting','making','made','failed')),
        locale text not null check (locale ~ '^[a-z]{2}$'), basis text not null check (basis ~ '^[a-z_]{1,40}$'),
        reference text not null check (length(reference) between 3 and 200), purpose text not null check (purpose ~ '^[a-z_]{1,40}$'),
        recipient text not null check (length(recipient) between 2 and 160), with_notes boolean not null,
        asked_by uuid not null, asked_at timestamptz not null default now(), attempts integer not null default 0, started_at timestamptz,
        failure text check (failure in ('not_permitted','broken')), made_at timestamptz, holds text[] not null default '{}', items jsonb,
        changes jsonb, content_sha256 text, sha256 text, bytes bigint, pages integer, blob text,
        primary key (tenant_id, id), unique (tenant_id, case_id, version),
        check ((state = 'made') = (made_at is not null and sha256 is not null and content_sha256 is not null and blob is not null)),
        check (state <> 'made' or version is not null), check ((state = 'failed') = (failure is not null)),
        foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
        foreign key (tenant_id, asked_by) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, case_id, asked_at desc)', '(tenant_id, made_at)', '(tenant_id, blob)'],
      grants: `select, insert, delete, update (state, version, failure, attempts, started_at, made_at, holds, items, changes, content_sha256, sha256,
        bytes, pages, blob)`,
    })
    this.sql(
      `create unique index court_files_one_at_a_time on tenant.court_files (tenant_id, case_id) where state in ('waiting','making')`
    )
    this.sql(`create function tenant.keep_court_file() returns trigger language plpgsql as $$ begin
      if old.state = 'made' then raise exception 'E_COURT_FILE_MADE: a version that is made is not changed'; end if;
      return new; end $$`)
    this.sql(`revoke all on function tenant.keep_court_file() from public`)
    this.sql(
      `create trigger keep_made before update on tenant.court_files for each row execute function tenant.keep_court_file()`
    )
  }
}
