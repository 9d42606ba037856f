import { Exception } from '@adonisjs/core/exceptions'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

export class WallMissing extends Exception {
  static override status = 500
  static override code = 'E_WALL_MISSING'
}

/**
 * Reads the catalogue after migrating: a tenant relation without forced row-level security, a
 * policy, or a key that starts with the tenant stops the start (T11).
 * @throws E_WALL_MISSING naming each relation and what it lacks
 */
export async function checkWalls(owner: QueryClientContract): Promise<{ relations: number }> {
  const { rows } = (await owner.rawQuery(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced, c.relispartition as is_partition,
      exists (select 1 from pg_catalog.pg_policy p where p.polrelid = c.oid and p.polwithcheck is not null) as policy,
      exists (select 1 from pg_catalog.pg_index i join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
              where i.indrelid = c.oid and i.indisprimary and a.attname = 'tenant_id') as keyed,
      not exists (select 1 from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
              and not exists (select 1 from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum = any (k.conkey) and a.attname = 'tenant_id')) as composite,
      not exists (select 1 from pg_catalog.pg_index i where i.indrelid = c.oid and i.indisunique
              and not exists (select 1 from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'tenant_id')) as uniques
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'tenant' and c.relkind in ('r', 'p')`)) as { rows: Record<string, string | boolean>[] }
  const lacks: Record<string, string> = {
    forced: 'forced row-level security',
    policy: 'a policy with check',
    keyed: 'a primary key that starts with tenant_id',
    composite: 'foreign keys that carry tenant_id',
    uniques: 'unique indexes that start with tenant_id',
  }
  const broken = rows.flatMap((row) =>
    Object.keys(lacks)
      .filter((key) => !row[key])
      .map((key) => `tenant.${row.name} lacks ${lacks[key]}`)
  )
  if (broken.length > 0) throw new WallMissing(broken.join('; '))
  return { relations: rows.length }
}
