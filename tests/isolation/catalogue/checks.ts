import type pg from 'pg'

/** A question to the catalogue; every row it answers with (`name`) is a hole. */
interface Check {
  lacks: string
  sql: string
}

const OURS = `n.nspname in ('tenant', 'control', 'reference', 'sec')`
const POLICY = `(tenant_id = ( SELECT tenant.current_tenant() AS current_tenant))`
const TENANT_TABLES = `pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where n.nspname = 'tenant' and c.relkind in ('r', 'p', 'f')`
const RUNTIME = `('landfall_app', 'landfall_auth', 'landfall_queue', 'landfall_control', 'landfall_sealer')`

/** What a wall is made of (SECURITY T08, T11, T13, T14, T22, section 4). */
export const CHECKS: readonly Check[] = [
  {
    lacks: 'forced row-level security',
    sql: `select c.relname as name from ${TENANT_TABLES} and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    lacks: 'exactly one policy, of the signed context, for reading and for writing',
    sql: `select c.relname as name from ${TENANT_TABLES} and (
      (select count(*) from pg_catalog.pg_policy p where p.polrelid = c.oid) <> 1
      or not exists (select 1 from pg_catalog.pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive and p.polroles = '{0}'
        and pg_catalog.pg_get_expr(p.polqual, p.polrelid) = '${POLICY}' and pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) = '${POLICY}'))`,
  },
  {
    lacks: 'a primary key that starts with the tenant',
    sql: `select c.relname as name from ${TENANT_TABLES} and not exists (
      select 1 from pg_catalog.pg_index i join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indrelid = c.oid and i.indisprimary and a.attname = 'tenant_id')`,
  },
  {
    lacks: 'a tenant in front of a unique index',
    sql: `select c.relname || '.' || x.relname as name from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indrelid
      join pg_catalog.pg_class x on x.oid = i.indexrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
     where n.nspname = 'tenant' and (i.indisunique or i.indisexclusion) and a.attname is distinct from 'tenant_id'`,
  },
  {
    lacks: 'the tenant in a foreign key',
    sql: `select c.relname || '.' || k.conname as name from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'tenant' and k.contype = 'f' and not exists (
       select 1 from unnest(k.conkey, k.confkey) as p (mine, theirs)
         join pg_catalog.pg_attribute m on m.attrelid = k.conrelid and m.attnum = p.mine and m.attname = 'tenant_id'
         join pg_catalog.pg_attribute t on t.attrelid = k.confrelid and t.attnum = p.theirs and t.attname = 'tenant_id')`,
  },
  {
    lacks: 'a partition that is granted to nobody',
    sql: `select c.relname || ' (' || g.grantee::regrole || ')' as name from ${TENANT_TABLES.replace(' where', ' cross join lateral aclexplode(c.relacl) g where')}
      and c.relispartition and g.grantee <> c.relowner`,
  },
  {
    lacks: 'grants to nobody but the app role (and the sealer, of the audit), without truncate, references, trigger',
    sql: `select c.relname || ' ' || g.privilege_type || ' (' || case g.grantee when 0 then 'public' else g.grantee::regrole::text end || ')' as name
      from ${TENANT_TABLES.replace(' where', ' cross join lateral aclexplode(c.relacl) g where')} and g.grantee <> c.relowner
      and not (g.grantee = 'landfall_app'::regrole and g.privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') and not g.is_grantable)
      and not (g.grantee = 'landfall_sealer'::regrole and g.privilege_type = 'SELECT' and c.relname in ('audit_entries', 'audit_seals') and not g.is_grantable)`,
  },
  {
    lacks: 'column grants to nobody but the app role, the sealer (seals) and the definer (sign-in columns)',
    sql: `select c.relname || '.' || a.attname || ' (' || g.grantee::regrole || ')' as name from pg_catalog.pg_attribute a
      join pg_catalog.pg_class c on c.oid = a.attrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(a.attacl) g
     where n.nspname = 'tenant' and g.grantee <> c.relowner and g.grantee <> 'landfall_app'::regrole
       and not (g.grantee = 'landfall_definer'::regrole and g.privilege_type = 'SELECT' and c.relname = 'officers'
         and a.attname in ('tenant_id', 'id', 'email', 'password_hash', 'state'))
       and not (g.grantee = 'landfall_sealer'::regrole and g.privilege_type = 'INSERT' and c.relname = 'audit_seals')`,
  },
  {
    lacks: 'views that run with the rights of who asks',
    sql: `select n.nspname || '.' || c.relname as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and c.relkind = 'v' and not coalesce(c.reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false)`,
  },
  {
    lacks: 'an absence of materialised views and foreign tables',
    sql: `select n.nspname || '.' || c.relname as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind in ('m', 'f')`,
  },
  {
    lacks: 'a wall on a shared table that the app role may touch',
    sql: `select n.nspname || '.' || c.relname as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'control' and c.relkind in ('r', 'p') and not c.relrowsecurity
       and has_table_privilege('landfall_app', c.oid, 'select, insert, update, delete')`,
  },
  {
    lacks: 'a reference table that nobody but the owner writes',
    sql: `select c.relname || ' ' || g.privilege_type as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      cross join lateral aclexplode(c.relacl) g where n.nspname = 'reference' and c.relkind = 'r' and g.grantee <> c.relowner and g.privilege_type <> 'SELECT'`,
  },
  {
    lacks: 'an owner that is not a runtime role',
    sql: `select n.nspname || '.' || c.relname as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where (c.relowner::regrole)::text in ${RUNTIME} and n.nspname not like 'pg_temp%' and not (n.nspname = 'bullmq' and c.relkind = 'S')
    union all select n.nspname || '.' || p.proname from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace where (p.proowner::regrole)::text in ${RUNTIME}
    union all select n.nspname from pg_catalog.pg_namespace n where (n.nspowner::regrole)::text in ${RUNTIME} and n.nspname not like 'pg_%temp%'`,
  },
  {
    lacks: 'a role without powers beyond its task',
    sql: `select r.rolname as name from pg_catalog.pg_roles r where r.rolname like 'landfall%' and (r.rolsuper or r.rolcreaterole or r.rolreplication
      or (r.rolbypassrls and r.rolname <> 'landfall_definer') or (r.rolcanlogin and r.rolname = 'landfall_definer') or (r.rolcreatedb and r.rolname <> 'landfall_owner'))
    union all select m.member::regrole || ' in ' || m.roleid::regrole from pg_catalog.pg_auth_members m
     where m.member::regrole::text like 'landfall%' and not (m.member = 'landfall_owner'::regrole and m.roleid = 'landfall_definer'::regrole and not m.inherit_option)`,
  },
  {
    lacks: 'a definer function with a pinned search path, closed to the public',
    sql: `select n.nspname || '.' || p.proname as name from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
     where n.nspname not in ('pg_catalog', 'information_schema', 'ext') and p.prosecdef
       and (not exists (select 1 from unnest(p.proconfig) s where s ~ '^search_path=pg_catalog(, sec)?$')
         or p.proacl is null or exists (select 1 from aclexplode(p.proacl) g where g.grantee = 0))`,
  },
  {
    lacks: 'functions closed to the public',
    sql: `select n.nspname || '.' || p.proname as name from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
     where ${OURS} and (p.proacl is null or exists (select 1 from aclexplode(p.proacl) g where g.grantee = 0))`,
  },
  {
    lacks: 'a key room without doors',
    sql: `select 'sec ' || g.privilege_type || ' (' || g.grantee::regrole || ')' as name from pg_catalog.pg_namespace n cross join lateral aclexplode(n.nspacl) g
     where n.nspname = 'sec' and g.grantee <> n.nspowner and g.grantee <> 'landfall_definer'::regrole
    union all select c.relname || ' (' || g.grantee::regrole || ')' from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      cross join lateral aclexplode(c.relacl) g where n.nspname = 'sec' and g.grantee <> c.relowner`,
  },
  {
    lacks: 'schemas in which no runtime role makes anything',
    sql: `select n.nspname || ' (' || case g.grantee when 0 then 'public' else g.grantee::regrole::text end || ')' as name from pg_catalog.pg_namespace n cross join lateral aclexplode(n.nspacl) g
     where n.nspname in ('tenant', 'control', 'reference', 'sec', 'ext', 'public', 'bullmq') and g.privilege_type = 'CREATE' and g.grantee <> n.nspowner
       and g.grantee <> 'landfall_definer'::regrole and not (n.nspname = 'bullmq' and g.grantee = 'landfall_queue'::regrole) and g.grantee::regrole::text <> 'pg_database_owner'`,
  },
  {
    lacks: 'default privileges that give nothing away',
    sql: `select d.defaclobjtype::text || ' ' || g.privilege_type || ' in ' || coalesce(n.nspname, 'every schema') || ' (' || case g.grantee when 0 then 'public' else g.grantee::regrole::text end || ')' as name
      from pg_catalog.pg_default_acl d left join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace cross join lateral aclexplode(d.defaclacl) g
     where g.grantee <> d.defaclrole and not (n.nspname = 'bullmq' and g.grantee = 'landfall_queue'::regrole)
    union all select 'functions of the owner are public' where not exists (
      select 1 from pg_catalog.pg_default_acl d where d.defaclrole = 'landfall_owner'::regrole and d.defaclobjtype = 'f' and d.defaclnamespace = 0)`,
  },
]

/** Every hole in the walls of the database behind this connection, each named with what it lacks. */
export async function holesIn(client: pg.Client | pg.ClientBase): Promise<string[]> {
  const holes: string[] = []
  for (const { lacks, sql } of CHECKS) {
    const { rows } = await client.query<{ name: string }>(sql)
    holes.push(...rows.map(({ name }) => `${name}: lacks ${lacks}`))
  }
  return holes
}
