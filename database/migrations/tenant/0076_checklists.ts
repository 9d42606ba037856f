import { TenantSchema } from '#database/tenant_schema'

/** What an order asks to look at, made of where and what and never of why; kept with all it was made of (ADR 0041). */
export default class extends TenantSchema {
  async up() {
    this.table({
      name: 'inspection_checklists',
      columns: `order_id uuid not null, version integer not null, box text not null, lane text, inputs jsonb not null,
        made_at timestamptz not null default now(), primary key (tenant_id, order_id),
        foreign key (tenant_id, order_id) references tenant.inspection_orders (tenant_id, id)`,
      indexes: ['(tenant_id, box, lane)'],
      grants: 'select, insert, delete',
    })
    this.table({
      name: 'inspection_checklist_items',
      columns: `order_id uuid not null, position integer not null, code text not null, finds integer, finds_of integer,
        counted text check (counted in ('lane','boxes')), last_found timestamptz,
        answer text check (answer in ('clear','not_possible','found')), reason text, answered_by uuid, answered_at timestamptz,
        primary key (tenant_id, order_id, position), unique (tenant_id, order_id, code),
        check ((finds is null) = (counted is null) and (finds is null) = (finds_of is null)),
        check ((answer is null) = (answered_at is null) and (answer is not distinct from 'not_possible') = (reason is not null)),
        foreign key (tenant_id, order_id) references tenant.inspection_checklists (tenant_id, order_id),
        foreign key (tenant_id, answered_by) references tenant.officers (tenant_id, id)`,
      grants: 'select, insert, delete, update (answer, reason, answered_by, answered_at)',
    })
  }
}
