/**
 * Rows that are written once. Grants already keep the application from changing them; these triggers
 * stop the owner's hand as well, unless it takes them off first, and that the audit's chain shows.
 */
export function immutable(schema: 'tenant' | 'control', table: string): string[] {
  const name = `${schema}.${table}`
  return [
    `create or replace function ${schema}.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin raise exception 'rows of % are never changed', tg_table_name using errcode = '42501'; end $$`,
    `revoke all on function ${schema}.refuse_change() from public`,
    `create trigger never_changed before update or delete on ${name} for each row execute function ${schema}.refuse_change()`,
    `create trigger never_emptied before truncate on ${name} for each statement execute function ${schema}.refuse_change()`,
  ]
}
