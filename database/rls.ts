/**
 * The one place that writes row-level security. Every relation in schema `tenant` is made by
 * `tenantTable`, so none can be without forced policy, tenant-first keys and narrow grants.
 *
 * Sources: DECISIONS 5, SECURITY T08–T13 (signed context; policies also on each partition;
 * partitions granted to nobody).
 */

const POLICY = `using (tenant_id = (select tenant.current_tenant())) with check (tenant_id = (select tenant.current_tenant()))`

export interface TenantTable {
  name: string
  /** Column definitions and constraints after `tenant_id uuid not null`. */
  columns: string
  /** Further `create index` bodies, e.g. `(tenant_id, state)`; must start with tenant_id. */
  indexes?: readonly string[]
  /** RANGE-partitioned by month on its UUIDv7 `id`. */
  partitioned?: boolean
  /** Default: select, insert, update, delete. */
  grants?: string
}

/** Statements that create one tenant table, complete with its wall. */
export function tenantTable(table: TenantTable): string[] {
  const name = `tenant.${table.name}`
  return [
    `create table ${name} (tenant_id uuid not null, ${table.columns})${table.partitioned ? ' partition by range (id)' : ''}`,
    ...wall(name),
    `grant ${table.grants ?? 'select, insert, update, delete'} on ${name} to landfall_app`,
    ...(table.indexes ?? []).map((body, index) => `create index ${table.name}_${index + 1}_idx on ${name} ${body}`),
    ...(table.partitioned ? [partition(table.name, 'default', 'default')] : []).flat(),
  ]
}

/** One partition with its own wall, reachable through its parent only. */
export function partition(table: string, suffix: string, bounds: string): string[] {
  const name = `tenant.${table}_${suffix}`
  return [
    `create table if not exists ${name} partition of tenant.${table} ${bounds}`,
    `drop policy if exists tenant_isolation on ${name}`,
    ...wall(name),
    `revoke all on ${name} from public, landfall_app`,
  ]
}

function wall(name: string): string[] {
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `create policy tenant_isolation on ${name} ${POLICY}`,
  ]
}

/** Bounds of the UUIDv7 ids made in one calendar month (UTC): the first 48 bits are milliseconds. */
export function monthBounds(year: number, month: number): string {
  return `for values from ('${uuidFloor(Date.UTC(year, month, 1))}') to ('${uuidFloor(Date.UTC(year, month + 1, 1))}')`
}

function uuidFloor(milliseconds: number): string {
  const hex = milliseconds.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}
