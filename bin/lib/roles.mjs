import { scramVerifier } from './scram.mjs'

/** Login roles and how many connections each may hold (web, worker and console together). */
const LOGINS = { owner: 10, app: 80, auth: 20, queue: 60, control: 20, sealer: 10 }
/** Roles that people's requests and the sealer run under; statements and waits end by themselves (SECURITY section 4). */
const BOUNDED = ['app', 'auth', 'control', 'sealer']
const SCHEMAS = ['control', 'reference', 'tenant', 'sec', 'bullmq', 'ext']
const EXTENSIONS = ['pg_trgm', 'pgcrypto', 'btree_gin', 'btree_gist', 'unaccent', 'fuzzystrmatch']
/** Schemas a role may look into; what it may do there is granted table by table in the migrations. */
const USAGE = {
  app: ['tenant', 'reference', 'control', 'ext'],
  auth: ['control', 'tenant', 'ext'],
  control: ['control', 'reference', 'ext'],
  queue: ['bullmq', 'control'],
  sealer: ['tenant', 'control'],
  definer: SCHEMAS,
}

const role = (name) => `landfall_${name}`

const createRole = (name, attributes) => `do $$ begin
  if not exists (select from pg_roles where rolname = '${role(name)}') then create role ${role(name)}; end if;
end $$;
alter role ${role(name)} ${attributes};`

const loginRole =
  (passwords) =>
  ([name, limit]) =>
    createRole(
      name,
      `login nobypassrls nocreaterole ${name === 'owner' ? 'createdb' : 'nocreatedb'} ` +
        `connection limit ${limit} password '${scramVerifier(passwords[name].reveal())}'`
    ) + `\nalter role ${role(name)} set search_path = '';`

const bounds = (name) => `alter role ${role(name)} set statement_timeout = '5s';
alter role ${role(name)} set lock_timeout = '3s';
alter role ${role(name)} set idle_in_transaction_session_timeout = '10s';`

/**
 * Roles of DECISIONS 5: they belong to the server and are the same for every database on it.
 * No role is a superuser; the definer cannot sign in, bypasses row-level security and is lent to the
 * owner only so that migrations can hand audited functions over to it.
 */
export const rolesSql = (passwords) =>
  [
    ...Object.entries(LOGINS).map(loginRole(passwords)),
    ...BOUNDED.map(bounds),
    createRole('definer', 'nologin bypassrls nocreaterole nocreatedb'),
    `grant ${role('definer')} to ${role('owner')} with inherit false, set true;`,
  ].join('\n')

/** Who may enter a database. A copy made from a template does not inherit this. */
export const entrySql = (database) =>
  [
    `revoke all on database "${database}" from public;`,
    `grant connect on database "${database}" to ${Object.keys(LOGINS).map(role).join(', ')};`,
    `grant temporary on database "${database}" to ${role('owner')}, ${role('app')};`,
  ].join('\n')

/** Schemas, extensions and doors of one database that holds administrations. */
export const databaseSql = (database) =>
  [
    entrySql(database),
    'revoke all on schema public from public;',
    ...SCHEMAS.map((name) => `create schema if not exists ${name} authorization ${role('owner')};`),
    ...EXTENSIONS.map((name) => `create extension if not exists ${name} schema ext;`),
    ...Object.entries(USAGE).map(([name, schemas]) => `grant usage on schema ${schemas.join(', ')} to ${role(name)};`),
    `grant create on schema sec, tenant, control to ${role('definer')};`,
    // BullMQ makes a sequence per queue when the first job is added.
    `grant create on schema bullmq to ${role('queue')};`,
    `alter default privileges for role ${role('owner')} revoke execute on functions from public;`,
    `alter default privileges for role ${role('definer')} revoke execute on functions from public;`,
    ...['tables', 'sequences', 'functions'].map(
      (kind) =>
        `alter default privileges for role ${role('owner')} in schema bullmq grant all on ${kind} to ${role('queue')};`
    ),
  ].join('\n')
