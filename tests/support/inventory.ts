import type pg from 'pg'
import router from '@adonisjs/core/services/router'
import { isPermission, type Permission } from '#platform/access/permissions'

export interface Relation {
  name: string
  kind: 'table' | 'partitioned' | 'partition' | 'view' | 'materialised view' | 'other'
}

/** Everything in schema `tenant` that holds or shows rows. */
export async function relationsOf(client: pg.Client): Promise<Relation[]> {
  const { rows } = await client.query<Relation>(`
    select c.relname as name, case when c.relispartition then 'partition' else
      case c.relkind when 'r' then 'table' when 'p' then 'partitioned' when 'v' then 'view' when 'm' then 'materialised view' else 'other' end end as kind
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'tenant' and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`)
  return rows
}

/** Tables the rooms write to: partitions are reached through their parent. */
export const tablesOf = async (client: pg.Client): Promise<string[]> =>
  (await relationsOf(client)).filter(({ kind }) => kind === 'table' || kind === 'partitioned').map(({ name }) => name)

export interface ForeignKey {
  table: string
  name: string
  columns: string[]
}

export async function foreignKeysOf(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select c.relname as table, k.conname as name, array_agg(a.attname::text order by a.attnum) as columns
      from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey) and a.attname <> 'tenant_id'
     where n.nspname = 'tenant' and k.contype = 'f' and not c.relispartition and k.conparentid = 0
     group by 1, 2 order by 1, 2`)
  return rows
}

export interface Column {
  table: string
  name: string
  type: string
  /** Part of a unique index, a foreign key or a check: cannot hold any text. */
  bound: boolean
  unique: boolean
}

export async function columnsOf(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
      exists (select 1 from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype in ('f', 'c', 'p', 'u') and a.attnum = any (k.conkey))
        or exists (select 1 from pg_catalog.pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any (i.indkey)) as bound,
      exists (select 1 from pg_catalog.pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any (i.indkey)) as unique
      from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'tenant' and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
     order by 1, a.attnum`)
  return rows
}

/** Who a route is for, read from its middleware. */
export type Audience = 'anyone' | 'officer' | 'filer' | 'operator' | 'token'

export interface RouteEntry {
  name: string
  method: string
  pattern: string
  audience: Audience
  permission: Permission | null
  /** Carries a session and so a token of the form. */
  session: boolean
  /** Asks for a fresh proof of who is there. */
  stepUp: boolean
  /** Open to a session that still owes its second factor. */
  owing: boolean
}

/** Every route of the running application. */
export function routesOf(): RouteEntry[] {
  router.commit()
  return Object.values(router.toJSON())
    .flat()
    .map((route) => {
      const used = [...route.middleware.all()] as { name?: string; args?: unknown }[]
      const has = (name: string) => used.some((each) => each.name === name)
      const permission = used.find((each) => each.name === 'may')?.args
      return {
        name: route.name ?? `${route.methods[0]} ${route.pattern}`,
        method: route.methods[0]!,
        pattern: route.pattern,
        audience: has('officer')
          ? 'officer'
          : has('filer')
            ? 'filer'
            : has('operator')
              ? 'operator'
              : has('token')
                ? 'token'
                : 'anyone',
        permission: typeof permission === 'string' && isPermission(permission) ? permission : null,
        session: has('session'),
        stepUp: has('fresh') || has('enrolling'),
        owing: used.some((each) => ['officer', 'filer', 'operator'].includes(each.name ?? '') && each.args === 'owing'),
      }
    })
}
