import { TenantSchema } from '#database/tenant_schema'

/** Lists of persons aboard: off until an administration says by what law it reads them. */
export default class extends TenantSchema {
  async up() {
    // Every revision stays; the highest one stands. No row: off.
    this.table({
      name: 'traveller_settings',
      columns: `revision integer not null, reads boolean not null, basis text not null, changed_by uuid not null, changed_at timestamptz not null default now(),
        primary key (tenant_id, revision),
        foreign key (tenant_id, changed_by) references tenant.officers (tenant_id, id)`,
      grants: 'select, insert',
    })
    // That there was a list, of how many, is a document of the call; who stood on it is kept here, sealed and for a shorter time.
    this.sql(`alter table tenant.reported_documents drop constraint reported_documents_kind_check`)
    this.sql(
      `alter table tenant.reported_documents add constraint reported_documents_kind_check
         check (kind in ('stowage_plan','equipment_report','status_report','conveyance_report','traveller_list'))`
    )
    this.table({
      name: 'travellers',
      columns: `id uuid not null, document_id uuid not null, position integer not null, kind text check (kind in ('passenger','crew')),
        transit boolean not null, sealed bytea not null, filed_at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, document_id) references tenant.reported_documents (tenant_id, id)`,
      indexes: ['(tenant_id, document_id, position)', '(tenant_id, filed_at)'],
      partitioned: true,
      grants: 'select, insert, delete',
    })
    // The persons of a request are looked for after the consignments, with a cursor of their own.
    this.sql(`alter table tenant.subject_requests add column revisions_searched boolean not null default false`)
    this.walls()
  }

  /** What a period holds cannot be deleted by anybody. A hold of one person asks the sealed text, which only the application can open. */
  private walls() {
    this.sql(`create function tenant.period_is_held(at timestamptz) returns boolean language sql stable as $$
      select exists (select 1 from tenant.legal_holds
        where lifted_at is null and scope = 'period' and at >= held_from and at < held_until) $$`)
    this.sql(`create function tenant.refuse_held_traveller() returns trigger language plpgsql as $$
      begin
        if tenant.period_is_held(old.filed_at) then raise exception 'held' using errcode = 'LH001'; end if;
        return old;
      end $$`)
    this.sql(`grant execute on function tenant.period_is_held(timestamptz) to landfall_app`)
    this.sql(
      `create trigger refuse_held before delete on tenant.travellers for each row execute function tenant.refuse_held_traveller()`
    )
  }
}
