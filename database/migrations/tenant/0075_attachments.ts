import { TenantSchema } from '#database/tenant_schema'

/** Files of inspections and of cases: what they are, where their sealed bytes lie, who attached them (ADR 0040). */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'attachments',
      columns: `id uuid not null, subject_kind text not null check (subject_kind ~ '^[a-z_]{1,40}$'), subject_id uuid not null,
        about text check (length(about) between 1 and 80), file_name text check (length(file_name) <= 120),
        media_type text not null check (media_type in ('image/jpeg','image/png','image/webp','application/pdf')),
        bytes bigint not null check (bytes > 0), sha256 text not null, blob text not null,
        scan text not null check (scan in ('clean','not_scanned')), attached_by uuid not null, attached_at timestamptz not null default now(),
        primary key (tenant_id, id), foreign key (tenant_id, attached_by) references tenant.officers (tenant_id, id)`,
      indexes: ['(tenant_id, subject_kind, subject_id, id)', '(tenant_id, blob)', '(tenant_id, attached_at)'],
      grants: 'select, insert, delete',
    })
  }
}
