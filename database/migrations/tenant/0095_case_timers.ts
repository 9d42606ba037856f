import { TenantSchema } from '#database/tenant_schema'

/** Whom the clock of a case and of a task has told, each once for as long as it stands there. */
export default class extends TenantSchema {
  async up() {
    this.sql(`alter table tenant.cases add column due_told_at timestamptz, add column overdue_told_at timestamptz`)
    this.sql(`alter table tenant.case_tasks add column due_told_at timestamptz, add column overdue_told_at timestamptz`)
    this.sql(
      `create index on tenant.case_tasks (tenant_id, due_at) where done_at is null and due_at is not null and overdue_told_at is null`
    )
  }
}
